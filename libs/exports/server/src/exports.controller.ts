import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  Export,
  ExportLink,
  ExportPage,
  ExportParams,
  ExportQuery,
  exportsPath,
  RequestExport,
} from '@toonbank/exports/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { ExportsService } from './exports.service';
import { ExportLinks } from './links/export-links';

/** Files of orders, transactions, refunds and bills. */
@Controller(exportsPath)
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly links: ExportLinks,
  ) {}

  @Get()
  @Needs('exports:write')
  @Returns(ExportPage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: ExportQuery }) query: ExportQuery,
  ): Promise<ExportPage> {
    return this.exports.page(scope, query);
  }

  /** It is made after this answered; ask for it again to see how far it is. */
  @Post()
  @Needs('exports:write')
  @Returns(Export, 202)
  request(
    @InScope() scope: Scope,
    @Body({ schema: RequestExport }) body: RequestExport,
  ): Promise<Export> {
    return this.exports.request(scope, body);
  }

  @Get(':exportId')
  @Needs('exports:write')
  @Returns(Export)
  get(
    @InScope() scope: Scope,
    @Param({ schema: ExportParams }) { exportId }: ExportParams,
  ): Promise<Export> {
    return this.exports.get(scope, exportId);
  }

  /** Stops one that waits or runs; safe to repeat. */
  @Post(':exportId/cancel')
  @Needs('exports:write')
  @Returns(Export)
  cancel(
    @InScope() scope: Scope,
    @Param({ schema: ExportParams }) { exportId }: ExportParams,
  ): Promise<Export> {
    return this.exports.cancel(scope, exportId);
  }

  /** A link that fetches the file, once, within ten minutes. */
  @Post(':exportId/link')
  @Needs('exports:write')
  @Returns(ExportLink, 201)
  link(
    @InScope() scope: Scope,
    @Param({ schema: ExportParams }) { exportId }: ExportParams,
  ): Promise<ExportLink> {
    return this.links.make(scope, exportId);
  }
}
