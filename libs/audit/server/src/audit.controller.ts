import { Controller, Get, Query } from '@nestjs/common';
import { AuditPage, auditPath, AuditQuery } from '@toonbank/audit/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { AuditLog } from './audit-log';

/** What agency owners, admins and merchant owners may read of who did what. */
@Controller(auditPath)
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @Needs('audit:read')
  @Returns(AuditPage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: AuditQuery }) query: AuditQuery,
  ): Promise<AuditPage> {
    return this.log.page(scope, query);
  }
}
