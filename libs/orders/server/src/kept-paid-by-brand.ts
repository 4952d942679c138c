import { Injectable } from '@nestjs/common';
import {
  type BrandSince,
  type BrandSum,
  PaidByBrand,
  type PaidOrder,
} from '@toonbank/payment-methods/server';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { OrdersRepository } from './orders.repository';

/** Tells the room of payment methods below what was paid with each brand. */
@Injectable()
export class KeptPaidByBrand extends PaidByBrand {
  constructor(private readonly orders: OrdersRepository) {
    super();
  }

  override newest(tx: Tx, merchantId: Id, asked: BrandSince): Promise<PaidOrder | undefined> {
    return this.orders.newestPaidWith(tx, merchantId, asked);
  }

  override sums(tx: Tx, merchantId: Id, since: Date): Promise<BrandSum[]> {
    return this.orders.paidByBrand(tx, merchantId, since);
  }
}
