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
    const set = () => admin.put<MethodTariffs>(path(), { lines });
    const [{ body }] = await Promise.all([set(), set()]);
    expect(body.lines).toHaveLength(4);
    expect(body.estimates).toEqual([
      // 2 × 10 cents, 0.5 % and 0.3 % of EUR 150.
      { ...of2('VISA', 'Visa', 2, 15_000), cost: { currency: 'EUR', amount: 140 } },
      { ...of2('IDEAL', 'iDEAL', 1, 900), cost: null },
    ]);
    const twice = await admin.put(path(), { lines: [line({}), line({})] });
    expect(codeOf(twice)).toEqual([422, 'tariff-double', 'lines']);
    expect((await admin.get<MethodTariffs>(path())).body.lines).toHaveLength(4);
  });

  it('is not guessed where a line says no figure; nothing is kept of it', async () => {
    const lines = [line({ fixed: 0, basisPoints: 0 })];
    const free = await admin.put<MethodTariffs>(path(), { lines });
    expect(free.body.lines).toEqual(lines);
    const { fixed, basisPoints, ...silent } = line({});
    for (const [field, said] of [
      ['lines.0.fixed', { ...silent, basisPoints }],
      ['lines.0.basisPoints', { ...silent, fixed }],
      ['lines.0.fixed', { ...silent, fixed: null, basisPoints: null }],
    ] as const) {
      const refused = await admin.put(path(), { lines: [said] });
      expect(codeOf(refused)).toEqual([422, 'invalid', field]);
    }
    const { body } = await admin.get<MethodTariffs>(path());
    expect(body.lines).toEqual(lines);
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
