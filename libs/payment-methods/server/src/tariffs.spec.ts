import type { AuditPage } from '@toonbank/audit/contract';
import type { MethodTariffs } from '@toonbank/payment-methods/contract';
import type { Scope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { TestCaller } from '@toonbank/testing';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, MethodsRoom } from './payment-methods.testing';
import { costOf, linesOn } from './tariff-cost';

let room: MethodsRoom;
let scope: Scope;
let admin: TestCaller;
let merchantId: Id;

beforeAll(async () => {
  room = await MethodsRoom.open();
  scope = await room.agency();
});

beforeEach(async () => {
  admin = await room.staff(scope, 'admin');
  merchantId = await room.merchant(scope);
});

afterAll(() => room.close());

const versionNow = async () => (await admin.get<MethodTariffs>(path())).body.version;
/** As somebody who has just looked at them. */
const put = async <B = MethodTariffs>(lines: readonly object[]) =>
  admin.put<B>(path(), { lines, version: await versionNow() });
const path = () => `/v1/merchants/${merchantId}/method-tariffs`;

describe('what methods cost', () => {
  const line = (changes: object) => ({
    ...{ brand: 'VISA', part: 'service', fixed: 10, basisPoints: 50 },
    ...{ validFrom: '2026-01-01', source: 'Contract van de bank', ...changes },
  });

  it('is a table that is set as a whole, and an estimate over the last 30 days', async () => {
    room.paid(merchantId, 'VISA', 10_000);
    room.clock.advance({ hours: 31 * 24 });
    admin = await room.staff(scope, 'admin');
    room.paid(merchantId, 'VISA', 10_000);
    room.paid(merchantId, 'VISA', 5_000);
    room.paid(merchantId, 'IDEAL', 900);
    const lines = [
      line({}),
      line({ part: 'interchange', fixed: 0, basisPoints: 20 }),
      line({ part: 'interchange', fixed: 0, basisPoints: 30, validFrom: '2026-06-01' }),
      line({ part: 'interchange', fixed: 0, basisPoints: 99, validFrom: '2099-01-01' }),
    ];
    const version = await versionNow();
    const set = () => admin.put<MethodTariffs>(path(), { lines, version });
    const [{ body }] = await Promise.all([set(), set()]);
    expect(body.lines).toHaveLength(4);
    expect(body.estimates).toEqual([
      // 2 × 10 cents, 0.5 % and 0.3 % of EUR 150.
      { ...of2('VISA', 'Visa', 2, 15_000), cost: { currency: 'EUR', amount: 140 } },
      { ...of2('IDEAL', 'iDEAL', 1, 900), cost: null },
    ]);
    const twice = await put([line({}), line({})]);
    expect(codeOf(twice)).toEqual([422, 'tariff-double', 'lines']);
    expect((await admin.get<MethodTariffs>(path())).body.lines).toHaveLength(4);
  });

  it('is not guessed where a line says no figure; nothing is kept of it', async () => {
    const lines = [line({ fixed: 0, basisPoints: 0 })];
    const free = await put(lines);
    expect(free.body.lines).toEqual(lines);
    const { fixed, basisPoints, ...silent } = line({});
    for (const [field, said] of [
      ['lines.0.fixed', { ...silent, basisPoints }],
      ['lines.0.basisPoints', { ...silent, fixed }],
      ['lines.0.fixed', { ...silent, fixed: null, basisPoints: null }],
    ] as const) {
      const refused = await put([said]);
      expect(codeOf(refused)).toEqual([422, 'invalid', field]);
    }
    const { body } = await admin.get<MethodTariffs>(path());
    expect(body.lines).toEqual(lines);
  });

  // The table of who saved last took the place of all: lines of the other were gone without a word.
  it('is changed by one at a time: who did not see what another saved is told, and loses nothing', async () => {
    const other = await room.staff(scope, 'support');
    const version = await versionNow();
    const theirs = [line({ brand: 'IDEAL', part: 'whole' })];
    const ours = [line({})];
    const both = await Promise.all([
      admin.put(path(), { lines: ours, version }),
      other.put(path(), { lines: theirs, version }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [kept, lost] = both[0].status === 200 ? [ours, theirs] : [theirs, ours];
    const late = await admin.put(path(), { lines: lost, version });
    expect(codeOf(late)).toEqual([409, 'tariffs-changed']);
    const now = (await admin.get<MethodTariffs>(path())).body;
    expect(now.lines).toEqual(kept);
    // An answer that got lost: the same again is no conflict, and nothing is done twice.
    expect((await admin.put(path(), { lines: kept, version })).status).toBe(200);
    const together = await admin.put<MethodTariffs>(path(), {
      ...{ lines: [...now.lines, ...lost], version: now.version },
    });
    expect(together.body.lines).toHaveLength(2);
    const { body: log } = await admin.get<AuditPage>('/v1/audit');
    const acts = log.items.filter((item) => item.act === 'method-tariffs.changed');
    expect(acts.filter(({ merchantId: of }) => of === merchantId)).toHaveLength(2);
    expect((await admin.put(path(), { lines: [] })).status).toBe(422);
  });

  it('is the whole price or its parts, not both from one day', async () => {
    const refused = await put([line({}), line({ part: 'whole' })]);
    expect(codeOf(refused)).toEqual([422, 'tariff-whole-and-part', 'lines']);
    expect((await admin.get<MethodTariffs>(path())).body.lines).toEqual([]);
  });

  it('is rounded by less than a cent a line, whatever the lines', () => {
    const lines = fc.array(
      fc.record({ fixed: fc.integer({ min: 0, max: 100 }), basisPoints: fc.nat(10_000) }),
      { minLength: 1, maxLength: 4 },
    );
    const sum = fc.record({ orders: fc.nat(10_000), turnover: fc.nat(1_000_000_000) });
    fc.assert(
      fc.property(lines, sum, (some, sold) => {
        const all = some.map((it) => ({ ...line({}), ...it, part: 'whole' as const }));
        const exact = some.reduce(
          (total, it) => total + it.fixed * sold.orders + (sold.turnover * it.basisPoints) / 10_000,
          0,
        );
        expect(Math.abs(costOf(all, sold)! - exact)).toBeLessThanOrEqual(some.length / 2 + 1e-6);
      }),
    );
    expect(linesOn([], 'VISA', '2026-11-25')).toEqual([]);
  });

  const of2 = (brand: string, name: string, orders: number, cents: number) => ({
    ...{ brand, name, orders, turnover: { currency: 'EUR', amount: cents } },
  });
});
