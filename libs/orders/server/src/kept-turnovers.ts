import { Injectable } from '@nestjs/common';
import { turnoverDays } from '@toonbank/merchant/contract';
import { Turnovers } from '@toonbank/merchant/server';
import { dayAfter } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { OrderDaysRepository } from './order-days.repository';

/** Tells the merchants below what each was paid, from the figures per day. */
@Injectable()
export class KeptTurnovers extends Turnovers {
  constructor(private readonly days: OrderDaysRepository) {
    super();
  }

  override async until(tx: Tx, day: string): Promise<ReadonlyMap<Id, number>> {
    const stretch = { from: dayAfter(day, 1 - turnoverDays), until: day };
    const sales = await this.days.byMerchant(tx, { environment: 'production', ...stretch });
    return new Map(sales.map(({ merchantId, paid }) => [merchantId, paid]));
  }
}
