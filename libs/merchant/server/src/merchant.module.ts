import { Global, Module } from '@nestjs/common';
import { PlaceNames } from '@toonbank/access/server';
import { KeptNames } from './kept-names';
import { Merchants } from './merchants';
import { MerchantsRepository } from './merchants.repository';

/** The merchants, for every room above; and the names that signing in shows. */
@Global()
@Module({
  providers: [Merchants, MerchantsRepository, { provide: PlaceNames, useClass: KeptNames }],
  exports: [Merchants, PlaceNames],
})
export class MerchantModule {}
