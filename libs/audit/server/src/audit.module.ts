import { Global, Module } from '@nestjs/common';
import { Audit } from './audit';
import { AuditRepository } from './audit.repository';

/** The audit log, for every room above. */
@Global()
@Module({ providers: [Audit, AuditRepository], exports: [Audit, AuditRepository] })
export class AuditModule {}
