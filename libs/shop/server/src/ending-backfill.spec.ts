import type { Id } from '@toonbank/primitives';
import { type PastDatabase, TestClock, waitsOf } from '@toonbank/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EndingsAtBank1764000001070 } from './migrations/1764000001070-endings-at-bank';
import { pastAgency, pastBefore } from './past.testing';
import { ShopRoom } from './shop.testing';
import { WebshopEndings } from './webshop-endings';

let past: PastDatabase;
beforeEach(async () => (past = await pastBefore(EndingsAtBank1764000001070)));
afterEach(() => past.close());

/** With the midnight after the last day, in the Netherlands. */
const ends = (ends_on: string, ends_at: string) => ({
  ...{ ends_on, ends_at, ending_set_at: '2026-10-01T09:00:00Z' },
});
const october = ends('2026-10-31', '2026-10-31T23:00:00Z');
const december = ends('2026-12-31', '2026-12-31T23:00:00Z');

describe('an end that was set before anybody could say that the bank has it', () => {
  it('is a task, also when the webshop has ended, and no other webshop is', async () => {
    const [one, other] = [await pastAgency(past), await pastAgency(past)];
    await one.webshop('blijft.example', '2026-01-10');
    const ended = await one.webshop('gestopt.example', '2026-02-10', october);
    const endsLater = await other.webshop('stopt.example', '2026-03-10', december);
    await past.migrated();

    const room = await ShopRoom.open(
      new TestClock(new Date('2026-11-01T09:00:00Z')),
      past.database,
    );
    const { app } = room.test;
    const task = (subjectId: Id, dueAt: string) => ({
      ...{ kind: 'webshop-ending', subjectId, on: 'merchant', right: 'webshops:end', dueAt },
      ...{ since: '2026-10-01T09:00:00.000Z', facts: { does: 'end' } },
    });
    const midnight = '2026-10-31T23:00:00.000Z';
    expect(await waitsOf(app, one.scope)).toEqual([task(ended, midnight)]);
    const later = task(endsLater, '2026-12-31T23:00:00.000Z');
    expect(await waitsOf(app, other.scope)).toEqual([later]);
    // A relay takes what is due, and a list says whose it is by these.
    const { rows } = await past.rows.query(
      `select webshop_id as id, merchant_id as of, environment, due_at <= now() as due
       from outbox_event order by webshop_id`,
    );
    expect(rows).toEqual([
      { id: ended, of: one.merchantId, environment: null, due: true },
      { id: endsLater, of: other.merchantId, environment: null, due: true },
    ]);

    const endings = app.get(WebshopEndings);
    await endings.saidAtBank(one.scope, ended, { endsOn: '2026-10-31' });
    await endings.saidAtBank(other.scope, endsLater, { endsOn: '2026-12-31' });
    expect(await waitsOf(app, one.scope)).toEqual([]);
    expect(await waitsOf(app, other.scope)).toEqual([]);
    await room.test.close();
  });

  it('is not passed over by who does not see the webshops: nothing is migrated', async () => {
    const { webshop } = await pastAgency(past);
    await webshop('stopt.example', '2026-01-10', december);
    await past.rows.query('drop policy owner on webshop');
    await expect(past.migrated()).rejects.toThrow('task');
  });
});
