import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { AuditModule } from './audit.module';

/** What the API serves of the audit log. */
@Module({ imports: [AuditModule], controllers: [AuditController] })
export class AuditHttpModule {}
