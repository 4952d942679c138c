export { Agencies } from './agencies';
export { AgencyHttpModule } from './agency.http.module';
export { AgencyModule } from './agency.module';
export { agencyTables } from './tables';
export { hashOfWebhookKey, newWebhookKey, webhookUrl } from './webhook-key';
