import { Module } from '@nestjs/common';
import { MerchantModule } from './merchant.module';
import { MerchantsController } from './merchants.controller';

/** What the API serves of the merchants. */
@Module({ imports: [MerchantModule], controllers: [MerchantsController] })
export class MerchantHttpModule {}
