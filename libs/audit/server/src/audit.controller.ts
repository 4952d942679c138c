import { Controller, Get, Query } from '@nestjs/common';
import { AuditPage, auditPath, AuditQuery } from '@toonbank/audit/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { Audit } from './audit';

/** What agency owners, admins and merchant owners may read of who did what. */
@Controller(auditPath)
export class AuditController {
  constructor(private readonly audit: Audit) {}

  @Get()
  @Needs('audit:read')
  @Returns(AuditPage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: AuditQuery }) query: AuditQuery,
  ): Promise<AuditPage> {
    return this.audit.page(scope, query);
  }
}
