import { Module } from '@nestjs/common';
import { BillingModule } from '@toonbank/billing/server';
import { MerchantHttpModule } from '@toonbank/merchant/server';
import { OrdersModule } from '@toonbank/orders/server';
import { CockpitController } from './cockpit.controller';
import { Gathering } from './gathering';
import { MerchantFigures } from './merchant-figures';
import { Overviews } from './overview.service';
import { Search } from './search.service';

/** Search and overview: what looks over all rooms. */
@Module({
  imports: [BillingModule, MerchantHttpModule, OrdersModule],
  providers: [Gathering, MerchantFigures, Overviews, Search],
  controllers: [CockpitController],
})
export class CockpitHttpModule {}
