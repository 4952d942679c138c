import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Decision,
  decideResults,
  type KnownAnnouncement,
  type KnownOrder,
  type ReportedResult,
} from './decide-results';

const poiId = '4242';
const bankId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function announcement(number: number, changes: Partial<KnownAnnouncement> = {}): KnownAnnouncement {
  return {
    id: `a${number}`,
    number,
    state: 'announced',
    omnikassaOrderId: bankId(number),
    endStatus: null,
    ...changes,
  };
}

function order(changes: Partial<KnownOrder> = {}): KnownOrder {
  return {
    id: 'o1',
    merchantOrderId: 'A1',
    amount: 1250,
    status: 'IN_PROGRESS',
    createdAt: new Date(0),
    announcements: [announcement(1)],
    ...changes,
  };
}

function result(changes: Partial<ReportedResult> = {}): ReportedResult {
  const orderStatus = changes.orderStatus ?? 'COMPLETED';
  return {
    omnikassaOrderId: bankId(1),
    merchantOrderId: 'A1',
    poiId,
    orderStatus,
    paid: orderStatus === 'COMPLETED' ? 1250 : 0,
    total: 1250,
    currency: 'EUR',
    ...changes,
  };
}

/** What the tables would hold after a decision was written. */
function after(orders: readonly KnownOrder[], decision: Decision): KnownOrder[] {
  const ends = new Map(decision.announcements.map((a) => [a.announcementId, a]));
  return orders.map((known) => ({
    ...known,
    status: decision.orders.find((o) => o.orderId === known.id)?.to ?? known.status,
    announcements: known.announcements.map((a) => {
      const end = ends.get(a.id);
      if (!end) return a;
      const { omnikassaOrderId, endStatus } = end;
      return { ...a, state: 'announced' as const, omnikassaOrderId, endStatus };
    }),
  }));
}

describe('one result', () => {
  it.each([
    ['COMPLETED', 'IN_PROGRESS', 'applied'],
    ['CANCELLED', 'IN_PROGRESS', 'applied'],
    ['EXPIRED', 'ANNOUNCING', 'applied'],
    ['COMPLETED', 'COMPLETED', 'repeat'],
    ['COMPLETED', 'EXPIRED', 'contradiction'],
    ['CANCELLED', 'COMPLETED', 'contradiction'],
    ['EXPIRED', 'REFUSED', 'contradiction'],
  ] as const)('%s for an order that is %s: %s', (orderStatus, status, verdict) => {
    const decision = decideResults([order({ status })], [result({ orderStatus })], poiId);
    expect(decision.verdicts).toMatchObject([{ verdict, orderId: 'o1' }]);
    expect(decision.orders).toHaveLength(verdict === 'applied' ? 1 : 0);
  });

  it.each([
    ['a status that nobody knows', { orderStatus: 'REVERSED' }, 'unknown-status'],
    ['another total', { total: 1251, paid: 1251 }, 'other-amount'],
    ['another currency', { currency: 'USD' }, 'other-amount'],
    ['less paid than asked', { paid: 1249 }, 'not-paid-in-full'],
    ['the poiId of another webshop', { poiId: '1' }, 'other-webshop'],
  ])('with %s changes nothing and is said', (_title, changes, why) => {
    const decision = decideResults([order()], [result(changes)], poiId);
    expect(decision.verdicts).toMatchObject([{ verdict: 'contradiction', why }]);
    expect(decision).toMatchObject({ orders: [], announcements: [] });
  });

  it('about an order that was not announced here is foreign, and not an error', () => {
    const decision = decideResults([], [result()], poiId);
    expect(decision.verdicts).toEqual([{ position: 0, verdict: 'foreign' }]);
  });

  it('finds the unanswered announcement with its number and amount, the oldest first', () => {
    const unanswered = { state: 'unknown', omnikassaOrderId: null } as const;
    const announcements = [announcement(2, unanswered), announcement(1, unanswered)];
    const known = order({ status: 'ANNOUNCING', announcements });
    const decision = decideResults([known], [result({ omnikassaOrderId: bankId(77) })], poiId);
    expect(decision.announcements).toEqual([
      { announcementId: 'a1', omnikassaOrderId: bankId(77), endStatus: 'COMPLETED' },
    ]);
  });
});

describe('an order that was announced twice', () => {
  const twice = order({ announcements: [announcement(1), announcement(2)] });

  it('is not ended by what becomes of the superseded announcement', () => {
    const decision = decideResults([twice], [result({ orderStatus: 'EXPIRED' })], poiId);
    expect(decision.verdicts).toMatchObject([{ verdict: 'superseded' }]);
    expect(decision.orders).toEqual([]);
  });

  it('is paid when the superseded announcement was paid', () => {
    const decision = decideResults([twice], [result()], poiId);
    expect(decision.orders).toMatchObject([{ to: 'COMPLETED' }]);
  });

  it('wants a look when both were paid', () => {
    const both = [result(), result({ omnikassaOrderId: bankId(2) })];
    const decision = decideResults([twice], both, poiId);
    expect(decision.verdicts).toMatchObject([
      { verdict: 'applied' },
      { verdict: 'contradiction', why: 'paid-twice' },
    ]);
  });
});

/** Orders with one or two announcements and, for each announcement, one true end (or none yet). */
const world = fc
  .array(
    fc.record({
      amount: fc.integer({ min: 1, max: 9_999_999 }),
      first: fc.constantFrom(null, 'CANCELLED', 'EXPIRED'),
      last: fc.constantFrom(null, 'COMPLETED', 'CANCELLED', 'EXPIRED'),
      unanswered: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((plans) => {
    const orders: KnownOrder[] = [];
    const results: ReportedResult[] = [];
    plans.forEach(({ amount, first, last, unanswered }, index) => {
      const ids = [index * 2 + 1, index * 2 + 2] as const;
      const merchantOrderId = `N${index}`;
      const hidden = unanswered && first === null;
      orders.push({
        ...order({ id: `o${index}`, merchantOrderId, amount }),
        announcements: [
          announcement(ids[0], { id: `o${index}a1`, number: 1 }),
          announcement(ids[1], {
            id: `o${index}a2`,
            number: 2,
            ...(hidden && { state: 'unknown', omnikassaOrderId: null }),
          }),
        ],
      });
      [first, last].forEach((orderStatus, which) => {
        if (!orderStatus) return;
        const paid = orderStatus === 'COMPLETED' ? amount : 0;
        const omnikassaOrderId = bankId(ids[which]!);
        const said = { omnikassaOrderId, merchantOrderId, orderStatus, paid, total: amount };
        results.push(result(said));
      });
    });
    return { orders, results };
  });

/** Applies the results in pages of these sizes, each page on what the one before it left. */
function fold(orders: KnownOrder[], results: readonly ReportedResult[], sizes: readonly number[]) {
  let state = orders;
  let rest = results;
  const ended = new Map<string, number>();
  for (let page = 0; rest.length > 0; page++) {
    const size = sizes[page % sizes.length]!;
    const decision = decideResults(state, rest.slice(0, size), poiId);
    decision.orders.forEach(({ orderId }) => ended.set(orderId, (ended.get(orderId) ?? 0) + 1));
    state = after(state, decision);
    rest = rest.slice(size);
  }
  return { state, ended };
}

describe('all the results of the bank', () => {
  it('lead to the same final state in any order, repeated and split in any way, each end applied once', () => {
    const shuffled = world.chain(({ orders, results }) =>
      fc.record({
        orders: fc.constant(orders),
        results: fc.constant(results),
        mixed: fc.shuffledSubarray([...results, ...results, ...results], {
          minLength: results.length * 3,
        }),
        sizes: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ orders, results, mixed, sizes }) => {
        const straight = fold(orders, results, [100]);
        const jumbled = fold(orders, mixed, sizes);
        expect(jumbled.state).toEqual(straight.state);
        for (const times of jumbled.ended.values()) expect(times).toBe(1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never leave an end status, whatever the bank says in whatever order', () => {
    const anything = fc.array(
      fc.record({
        orderStatus: fc.constantFrom('COMPLETED', 'CANCELLED', 'EXPIRED', 'REVERSED'),
        which: fc.constantFrom(1, 2),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(anything, (said) => {
        let state = [order({ announcements: [announcement(1), announcement(2)] })];
        for (const { orderStatus, which } of said) {
          const before = state[0]!.status;
          const one = result({ orderStatus, omnikassaOrderId: bankId(which) });
          state = after(state, decideResults(state, [one], poiId));
          if (before !== 'IN_PROGRESS') expect(state[0]!.status).toBe(before);
        }
      }),
    );
  });
});
