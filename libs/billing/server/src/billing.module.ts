import { Module } from '@nestjs/common';
import { Cursors } from '@toonbank/platform/http';
import { BankPrices } from './bank-prices';
import { BilledMonths } from './billed-months';
import { BillingRecords } from './billing-records';
import { BillingRuns } from './billing-runs';
import { BillingSetup } from './billing-setup';
import { BillingTellings } from './billing-tellings';
import { BillingWaits } from './billing-waits';
import { Bills } from './bills';
import { Fees } from './fees';
import { InvoiceList } from './invoice-list';
import { InvoiceViews } from './invoice-views';
import { Invoices } from './invoices';
import { InvoicesRepository } from './invoices.repository';
import { Invoicing } from './invoicing';
import { MonthlyCosts } from './monthly-costs';
import { PriceBookRepository } from './price-book.repository';
import { RunsRepository } from './runs.repository';
import { SettingsRepository } from './settings.repository';
import { ShopPrices } from './shop-prices';
import { Statements } from './statements';

/** What URLs cost and who is billed for them. */
@Module({
  providers: [
    BankPrices,
    BilledMonths,
    BillingRuns,
    BillingRecords,
    BillingSetup,
    BillingTellings,
    BillingWaits,
    Bills,
    Cursors,
    Fees,
    InvoiceList,
    InvoiceViews,
    Invoices,
    InvoicesRepository,
    Invoicing,
    MonthlyCosts,
    PriceBookRepository,
    RunsRepository,
    SettingsRepository,
    ShopPrices,
    Statements,
  ],
  exports: [
    BankPrices,
    BillingRuns,
    BillingSetup,
    BillingTellings,
    Fees,
    Invoices,
    InvoiceList,
    MonthlyCosts,
    ShopPrices,
    Statements,
  ],
})
export class BillingModule {}
