import { Global, Module } from '@nestjs/common';
import { PaidByBrand } from '@toonbank/payment-methods/server';
import { KeptPaidByBrand } from './kept-paid-by-brand';
import { OrdersRepository } from './orders.repository';

/** Provides the ports that rooms below declare about orders. */
@Global()
@Module({
  providers: [OrdersRepository, { provide: PaidByBrand, useClass: KeptPaidByBrand }],
  exports: [PaidByBrand],
})
export class OrdersPortsModule {}
