export { AuditActor, AuditEntry, AuditPage, auditPath, AuditQuery, AuditSubject } from './audit';
