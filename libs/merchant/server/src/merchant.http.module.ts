import { Module } from '@nestjs/common';
import { Cursors } from '@toonbank/platform/http';
import { MerchantList } from './merchant-list';
import { MerchantModule } from './merchant.module';
import { MerchantsController } from './merchants.controller';
import { MerchantsRepository } from './merchants.repository';

/** What the API serves of the merchants. Needs `Turnovers` from a room above. */
@Module({
  imports: [MerchantModule],
  providers: [MerchantList, MerchantsRepository, Cursors],
  controllers: [MerchantsController],
  exports: [MerchantList],
})
export class MerchantHttpModule {}
