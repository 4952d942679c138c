import { Global, Module } from '@nestjs/common';
import { Cursors } from '@toonbank/platform/http';
import { Audit } from './audit';
import { AuditRepository } from './audit.repository';

/** The audit log, for every room above. */
@Global()
@Module({ providers: [Audit, AuditRepository, Cursors], exports: [Audit] })
export class AuditModule {}
