import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  BillAgain,
  BillingMonths,
  BillingRun,
  billingRunsPath,
  BillingSettings,
  billingSettingsPath,
  ChangeBillingSettings,
  ChangeClientBilling,
  ClientBilling,
  ClientBillingParams,
  clientBillingPath,
  CloseRun,
  Margins,
  marginsPath,
  MonthParams,
  MonthsQuery,
} from '@toonbank/billing/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { BillingRuns } from './billing-runs';
import { BillingSetup } from './billing-setup';
import { InvoiceList } from './invoice-list';

/** How the agency bills, and the months it bills. No merchant reads here. */
@Controller()
export class BillingController {
  constructor(
    private readonly setup: BillingSetup,
    private readonly runs: BillingRuns,
    private readonly invoices: InvoiceList,
  ) {}

  @Get(billingSettingsPath)
  @Needs('billing:close')
  @Returns(BillingSettings)
  settings(@InScope() scope: Scope): Promise<BillingSettings> {
    return this.setup.own(scope);
  }

  @Patch(billingSettingsPath)
  @Needs('settings:write')
  @Returns(BillingSettings)
  changeSettings(
    @InScope() scope: Scope,
    @Body({ schema: ChangeBillingSettings }) change: ChangeBillingSettings,
  ): Promise<BillingSettings> {
    return this.setup.change(scope, change);
  }

  @Get(clientBillingPath)
  @Needs('billing:close')
  @Returns(ClientBilling)
  client(
    @InScope() scope: Scope,
    @Param({ schema: ClientBillingParams }) { merchantId }: ClientBillingParams,
  ): Promise<ClientBilling> {
    return this.setup.client(scope, merchantId);
  }

  @Patch(clientBillingPath)
  @Needs('billing:close')
  @Returns(ClientBilling)
  changeClient(
    @InScope() scope: Scope,
    @Param({ schema: ClientBillingParams }) { merchantId }: ClientBillingParams,
    @Body({ schema: ChangeClientBilling }) change: ChangeClientBilling,
  ): Promise<ClientBilling> {
    return this.setup.changeClient(scope, merchantId, change);
  }

  @Get(billingRunsPath)
  @Needs('billing:close')
  @Returns(BillingMonths)
  months(@InScope() scope: Scope): Promise<BillingMonths> {
    return this.runs.list(scope);
  }

  @Get(`${billingRunsPath}/:month`)
  @Needs('billing:close')
  @Returns(BillingRun)
  month(
    @InScope() scope: Scope,
    @Param({ schema: MonthParams }) { month }: MonthParams,
  ): Promise<BillingRun> {
    return this.runs.get(scope, month);
  }

  @Post(`${billingRunsPath}/:month/close`)
  @Needs('billing:close')
  @Returns(BillingRun)
  close(
    @InScope() scope: Scope,
    @Param({ schema: MonthParams }) { month }: MonthParams,
    @Body({ schema: CloseRun }) seen: CloseRun,
  ): Promise<BillingRun> {
    return this.runs.close(scope, month, seen);
  }

  @Post(`${billingRunsPath}/:month/bills`)
  @Needs('billing:close')
  @Returns(BillingRun)
  billAgain(
    @InScope() scope: Scope,
    @Param({ schema: MonthParams }) { month }: MonthParams,
    @Body({ schema: BillAgain }) { merchantId }: BillAgain,
  ): Promise<BillingRun> {
    return this.runs.billAgain(scope, month, merchantId);
  }

  @Get(marginsPath)
  @Needs('billing:close')
  @Returns(Margins)
  margins(
    @InScope() scope: Scope,
    @Query({ schema: MonthsQuery }) months: MonthsQuery,
  ): Promise<Margins> {
    return this.invoices.margins(scope, months);
  }
}
