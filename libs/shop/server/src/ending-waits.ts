import { Injectable } from '@nestjs/common';
import { dayAfter, startOfDay } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { Waits } from '@toonbank/platform/outbox';
import { lastDayToDoIt, toDoAtBank } from './ending-at-bank';
import type { WebshopEntity } from './webshop.entity';

/** Tells the list of tasks that a person has something to do about an end at the bank (S11). */
@Injectable()
export class EndingWaits {
  constructor(private readonly waits: Waits) {}

  /** As the row is from now on; in the caller's transaction. */
  async tell(tx: Tx, row: WebshopEntity, since: Date): Promise<void> {
    const { id, merchantId } = row;
    const key = `webshop-ending:${id}`;
    const does = toDoAtBank(row);
    const last = lastDayToDoIt(row);
    if (!does || !last) return this.waits.close(tx, key);
    return this.waits.open(tx, {
      ...{ key, kind: 'webshop-ending', merchantId, webshopId: id, subjectId: id },
      ...{ on: 'merchant', right: 'webshops:end', since, facts: { does } },
      dueAt: startOfDay(dayAfter(last)),
    });
  }
}
