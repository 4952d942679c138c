import { Body, Controller, Delete, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  CreditInvoice,
  Invoice,
  InvoicePage,
  InvoiceParams,
  InvoiceQuery,
  invoicesPath,
  OnDay,
  Statement,
  StatementParams,
  statementPath,
  StatementQuery,
} from '@toonbank/billing/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns, ReturnsFile } from '@toonbank/platform/http';
import type { FastifyReply } from 'fastify';
import { InvoiceList } from './invoice-list';
import { Invoices } from './invoices';
import { sendFile } from './send-file';
import { Statements } from './statements';

/** Invoices, credit notes and statements. A merchant reads its own and changes nothing. */
@Controller()
export class InvoicesController {
  constructor(
    private readonly list: InvoiceList,
    private readonly invoices: Invoices,
    private readonly statements: Statements,
  ) {}

  @Get(invoicesPath)
  @Needs('billing:read')
  @Returns(InvoicePage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: InvoiceQuery }) query: InvoiceQuery,
  ): Promise<InvoicePage> {
    return this.list.page(scope, query);
  }

  @Get(`${invoicesPath}/:invoiceId`)
  @Needs('billing:read')
  @Returns(Invoice)
  get(
    @InScope() scope: Scope,
    @Param({ schema: InvoiceParams }) { invoiceId }: InvoiceParams,
  ): Promise<Invoice> {
    return this.list.get(scope, invoiceId);
  }

  @Get(`${invoicesPath}/:invoiceId/pdf`)
  @Needs('billing:read')
  @ReturnsFile('application/pdf')
  async pdf(
    @InScope() scope: Scope,
    @Param({ schema: InvoiceParams }) { invoiceId }: InvoiceParams,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, 'application/pdf', await this.list.pdf(scope, invoiceId));
  }

  @Put(`${invoicesPath}/:invoiceId/sent`)
  @Needs('billing:close')
  @Returns(Invoice)
  sent(
    @InScope() scope: Scope,
    @Param({ schema: InvoiceParams }) { invoiceId }: InvoiceParams,
    @Body({ schema: OnDay }) day: OnDay,
  ): Promise<Invoice> {
    return this.invoices.sent(scope, invoiceId, day);
  }

  @Put(`${invoicesPath}/:invoiceId/payment`)
  @Needs('billing:close')
  @Returns(Invoice)
  paid(
    @InScope() scope: Scope,
    @Param({ schema: InvoiceParams }) { invoiceId }: InvoiceParams,
    @Body({ schema: OnDay }) day: OnDay,
  ): Promise<Invoice> {
    return this.invoices.paid(scope, invoiceId, day);
  }

  @Delete(`${invoicesPath}/:invoiceId/payment`)
  @Needs('billing:close')
  @Returns(Invoice)
  undoPayment(
    @InScope() scope: Scope,
    @Param({ schema: InvoiceParams }) { invoiceId }: InvoiceParams,
  ): Promise<Invoice> {
    return this.invoices.undoPayment(scope, invoiceId);
  }

  @Post(`${invoicesPath}/:invoiceId/credit`)
  @Needs('billing:close')
  @Returns(Invoice, 201)
  credit(
    @InScope() scope: Scope,
    @Param({ schema: InvoiceParams }) { invoiceId }: InvoiceParams,
    @Body({ schema: CreditInvoice }) why: CreditInvoice,
  ): Promise<Invoice> {
    return this.invoices.credit(scope, invoiceId, why);
  }

  @Get(statementPath)
  @Needs('billing:read')
  @Returns(Statement)
  statement(
    @InScope() scope: Scope,
    @Param({ schema: StatementParams }) { merchantId }: StatementParams,
    @Query({ schema: StatementQuery }) days: StatementQuery,
  ): Promise<Statement> {
    return this.statements.get(scope, merchantId, days);
  }

  @Get(`${statementPath}/pdf`)
  @Needs('billing:read')
  @ReturnsFile('application/pdf')
  async statementPdf(
    @InScope() scope: Scope,
    @Param({ schema: StatementParams }) { merchantId }: StatementParams,
    @Query({ schema: StatementQuery }) days: StatementQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, 'application/pdf', await this.statements.pdf(scope, merchantId, days));
  }

  @Get(`${statementPath}/csv`)
  @Needs('billing:read')
  @ReturnsFile('text/csv')
  async statementCsv(
    @InScope() scope: Scope,
    @Param({ schema: StatementParams }) { merchantId }: StatementParams,
    @Query({ schema: StatementQuery }) days: StatementQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(reply, 'text/csv', await this.statements.csv(scope, merchantId, days));
  }
}
