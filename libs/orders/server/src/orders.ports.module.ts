import { Global, Module } from '@nestjs/common';
import { Turnovers } from '@toonbank/merchant/server';
import { PaidByBrand } from '@toonbank/payment-methods/server';
import { KeptPaidByBrand } from './kept-paid-by-brand';
import { KeptTurnovers } from './kept-turnovers';
import { OrderDaysRepository } from './order-days.repository';
import { OrdersRepository } from './orders.repository';

/** Provides the ports that rooms below declare about orders. */
@Global()
@Module({
  providers: [
    OrdersRepository,
    OrderDaysRepository,
    { provide: PaidByBrand, useClass: KeptPaidByBrand },
    { provide: Turnovers, useClass: KeptTurnovers },
  ],
  exports: [PaidByBrand, Turnovers],
})
export class OrdersPortsModule {}
