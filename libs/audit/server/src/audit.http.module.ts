import { Module } from '@nestjs/common';
import { Cursors } from '@toonbank/platform/http';
import { AuditLog } from './audit-log';
import { AuditController } from './audit.controller';
import { AuditModule } from './audit.module';

/** What the API serves of the audit log. Needs `ActorNames` from a room above. */
@Module({ imports: [AuditModule], controllers: [AuditController], providers: [AuditLog, Cursors] })
export class AuditHttpModule {}
