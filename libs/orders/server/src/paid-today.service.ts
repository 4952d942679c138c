import { Injectable } from '@nestjs/common';
import type { PaidSoFar, PaidToday, PaidTodayQuery } from '@toonbank/orders/contract';
import { Clock, dayAfter, dayOf, sameTimeOn, startOfDay } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { OrdersRepository } from './orders.repository';
import { environmentOf } from './orders.service';

/**
 * What was paid today beside the same weekday before, until the same time of the day: half a day
 * beside a whole one says nothing. Reads the orders of two days, however many there are of others.
 */
@Injectable()
export class PaidTodays {
  constructor(
    private readonly work: Work,
    private readonly orders: OrdersRepository,
    private readonly clock: Clock,
  ) {}

  of(scope: Scope, query: PaidTodayQuery): Promise<PaidToday> {
    const now = this.clock.now();
    const today = dayOf(now);
    const before = dayAfter(today, -7);
    const place = { ...query, environment: environmentOf(scope, query.environment) };
    return this.work.read(scope, async (tx) => {
      const paidOn = async (day: string, until: Date): Promise<PaidSoFar> => {
        const stretch = { from: startOfDay(day), until };
        return {
          ...{ day, until: until.toISOString() },
          ...(await this.orders.paidWithin(tx, place, stretch)),
        };
      };
      return {
        today: await paidOn(today, now),
        weekBefore: await paidOn(before, sameTimeOn(before, now)),
      };
    });
  }
}
