export { ActorNames } from './actor-names';
export { type Act, Audit } from './audit';
export { AuditHttpModule } from './audit.http.module';
export { AuditModule } from './audit.module';
export { auditTables } from './tables';
