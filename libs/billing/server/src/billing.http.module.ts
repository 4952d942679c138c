import { Module } from '@nestjs/common';
import { BillingController } from './billing.controller';
import { BillingModule } from './billing.module';
import { InvoicesController } from './invoices.controller';
import { PricesController } from './prices.controller';

/** What the API serves of prices, months and invoices. */
@Module({
  imports: [BillingModule],
  controllers: [BillingController, InvoicesController, PricesController],
})
export class BillingHttpModule {}
