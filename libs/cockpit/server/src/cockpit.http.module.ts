import { Module } from '@nestjs/common';
import { OrdersModule } from '@toonbank/orders/server';
import { CockpitController } from './cockpit.controller';
import { Overviews } from './overview.service';
import { Search } from './search.service';

/** Search and overview: what looks over all rooms. */
@Module({
  imports: [OrdersModule],
  providers: [Overviews, Search],
  controllers: [CockpitController],
})
export class CockpitHttpModule {}
