export { lentRefunds } from './lent-refunds';
export { RefundSettings } from './refund-settings';
export { RefundsHttpModule } from './refunds.http.module';
export { RefundsModule } from './refunds.module';
export { RefundsService } from './refunds.service';
export { RefundsWorkerModule } from './refunds.worker.module';
export { refundsTables } from './tables';
