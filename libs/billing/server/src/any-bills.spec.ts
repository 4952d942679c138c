import type { BankVat, Payer } from '@toonbank/billing/contract';
import { dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import { type Id, newId } from '@toonbank/primitives';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBills, type Terms } from './make-bill';
import type { CountedPeriod } from './meter';
import {
  type Dated,
  endedBefore,
  knownBankPrice,
  noFee,
  overlap,
  type Price,
  reopenedWithout,
} from './prices';

const months = ['2026-03', '2026-06', '2026-10', '2026-11', '2027-01', '2027-02'];

// What people do, drawn at random, and told twice: to the code as the rooms keep it (periods of URLs,
// rows of the price book), and to a model that goes through the month day by day.

/** Of a webshop: it is made, gets another URL, is ended on a day, and its end is undone. */
type Deed = { readonly at: number } & (
  { readonly does: 'change' | 'undo' } | { readonly does: 'end'; readonly inDays: number }
);

interface Stall {
  readonly merchantId: Id;
  readonly shopId: Id;
  readonly made: number;
  readonly deeds: readonly Deed[];
}

/** The periods as the room of shops keeps them: what has ended stays as it is. */
function periodsOf({ merchantId, shopId, made, deeds }: Stall): CountedPeriod[] {
  const periods = [{ merchantId, shopId, from: new Date(made), until: null as Date | null }];
  for (const deed of deeds) {
    const last = periods.at(-1)!;
    const at = new Date(deed.at);
    if (last.until && last.until <= at) break;
    if (deed.does === 'undo') last.until = null;
    else if (deed.does === 'end') last.until = startOfDay(dayAfter(dayOf(at), deed.inDays + 1));
    else {
      periods.push({ ...last, from: at });
      last.until = at;
    }
  }
  return periods;
}

const local = new Intl.DateTimeFormat('en-CA', {
  ...{ timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' },
});

/** Days later on a calendar that knows no hours. */
const daysLater = (day: string, count: number) =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

/** Whether a webshop counts on a day, from what was said until the end of that day. */
function standsOn({ made, deeds }: Stall, day: string): boolean {
  if (local.format(made) > day) return false;
  let lastDay = '9999-12-31';
  for (const deed of deeds) {
    const today = local.format(deed.at);
    if (today > day || today > lastDay) break;
    if (deed.does === 'end') lastDay = daysLater(today, deed.inDays);
    if (deed.does === 'undo') lastDay = '9999-12-31';
  }
  return day <= lastDay;
}

/** Of the price book: a price that ends the one that runs, or one that is taken away. */
type Line =
  | { readonly does: 'add'; readonly from: string; readonly price: Price }
  | { readonly does: 'remove'; readonly which: number };

type Row = Dated & Price;

function bookOf(lines: readonly Line[]): Row[] {
  return lines.reduce<Row[]>((rows, line) => {
    if (line.does === 'remove') {
      const row = rows[line.which];
      if (!row) return rows;
      const rest = rows.filter((other) => other !== row);
      const reopened = reopenedWithout(rest, row);
      return rest.map((other) => (other.id === reopened?.id ? reopened : other));
    }
    const ended = endedBefore(rows, line.from);
    const before = rows.map((other) => (other.id === ended?.id ? ended : other));
    const added = { id: newId(), from: line.from, until: null, ...line.price };
    return before.some((other) => overlap(other, added)) ? rows : [...before, added];
  }, []);
}

/** The same book as the months in which its prices begin: each holds until the next one does. */
function priceIn(lines: readonly Line[], month: string): Price | undefined {
  const begun = lines.reduce<(readonly [string, Price])[]>((all, line) => {
    if (line.does === 'remove') return all.filter((_, index) => index !== line.which);
    return all.some(([from]) => from >= line.from) ? all : [...all, [line.from, line.price]];
  }, []);
  return begun.findLast(([from]) => from <= month)?.[1];
}

interface World {
  readonly stalls: readonly Stall[];
  readonly payers: ReadonlyMap<Id, Payer>;
  readonly bank: readonly Line[];
  readonly fees: readonly Line[];
  /** Of the first merchant. */
  readonly ownFees: readonly Line[];
  readonly countsPer: Terms['countsPer'];
  readonly proRata: Terms['proRata'];
  readonly bankVat: BankVat;
}

function termsOf(world: World): Terms {
  const [first] = world.payers.keys();
  const { countsPer, proRata, bankVat } = world;
  return {
    ...{ countsPer, proRata, bankVat, payerOf: (id) => world.payers.get(id)! },
    bankPrices: bookOf(world.bank).map((row) => ({ ...row, source: '' })),
    fees: [
      ...bookOf(world.ownFees).map((row) => ({ ...row, merchantId: first! })),
      ...bookOf(world.fees).map((row) => ({ ...row, merchantId: null })),
    ],
  };
}

const halfUp = (amount: number, by: number) =>
  Number((2n * BigInt(amount) + BigInt(by)) / (2n * BigInt(by)));

/** The amounts of one price: the sum for the month, and that for the URLs beyond those included. */
function amountsOf({ base, included, perUrl }: Price, counts: readonly number[], isByDay: boolean) {
  let [days, beyond, busiest] = [0, 0, 0];
  for (const count of counts) {
    if (count > 0) days += 1;
    if (count > included) beyond += count - included;
    busiest = Math.max(busiest, count);
  }
  if (isByDay) return [halfUp(days * base, counts.length), halfUp(beyond * perUrl, counts.length)];
  return [busiest > 0 ? base : 0, Math.max(0, busiest - included) * perUrl];
}

function split(amount: number, vat: BankVat): { net: number; vat: number } {
  if (vat === 'unknown') return { net: amount, vat: 0 };
  if (vat === 'excluded') return { net: amount, vat: halfUp(21 * amount, 100) };
  const net = halfUp(100 * amount, 121);
  return { net, vat: amount - net };
}

/** What each merchant owes for a month; who had no URL that counted is not there. */
function model(world: World, month: string) {
  const isByDay = world.proRata === 'days';
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = daysLater(day, 1)) days.push(day);
  const countsOf = (stalls: readonly Stall[]) =>
    days.map((day) => stalls.filter((stall) => standsOn(stall, day)).length);
  const [first] = world.payers.keys();
  return [...world.payers].flatMap(([merchantId, payer]) => {
    const own = world.stalls.filter((stall) => stall.merchantId === merchantId);
    const all = countsOf(own);
    const urls = Math.max(...all);
    if (urls === 0) return [];
    const shops = Map.groupBy(own, ({ shopId }) => (world.countsPer === 'shop' ? shopId : ''));
    const bankPrice = priceIn(world.bank, month) ?? knownBankPrice;
    const bank = [...shops.values()]
      .flatMap((stalls) => amountsOf(bankPrice, countsOf(stalls), isByDay))
      .map((amount) => split(amount, world.bankVat));
    const ownFee = merchantId === first ? priceIn(world.ownFees, month) : undefined;
    const fee = ownFee ?? priceIn(world.fees, month) ?? noFee;
    const fees = amountsOf(fee, all, isByDay).map((amount) => split(amount, 'excluded'));
    const billed = payer === 'agency' ? [...bank, ...fees] : fees;
    const sum = (of: readonly { net: number; vat: number }[], part: 'net' | 'vat') =>
      of.reduce((total, amount) => total + amount[part], 0);
    const [net, vat] = [sum(billed, 'net'), sum(billed, 'vat')];
    const sums = {
      net,
      vat,
      total: net + vat,
      bankCost: sum(bank, 'net'),
      margin: sum(fees, 'net'),
    };
    return [{ merchantId, payer, urls, sums }];
  });
}

const moment = fc.integer({
  min: Date.parse('2026-02-15T00:00:00Z') / 1000,
  max: Date.parse('2027-02-20T00:00:00Z') / 1000,
});
/** Often at the edge of a day, where the clocks decide which day it is. */
const at = fc.oneof(
  moment,
  moment.map((s) => startOfDay(dayOf(new Date(1000 * s))).getTime() / 1000),
);
const ms = at.map((seconds) => 1000 * seconds);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ at: ms, does: fc.constantFrom('change' as const, 'undo' as const) }),
  fc.record({ at: ms, does: fc.constant('end' as const), inDays: fc.nat({ max: 40 }) }),
);
const life = fc.tuple(ms, fc.array(deed, { maxLength: 5 })).map(([made, deeds]) => ({
  made,
  deeds: deeds.filter((one) => one.at > made).toSorted((a, b) => a.at - b.at),
}));
const price = fc.record({
  base: fc.nat({ max: 5000 }),
  included: fc.nat({ max: 4 }),
  perUrl: fc.nat({ max: 700 }),
});
const bookWith = (of: fc.Arbitrary<Price>): fc.Arbitrary<Line[]> =>
  fc.array(
    fc.oneof(
      fc.record({
        does: fc.constant('add' as const),
        from: fc.constantFrom('2026-01', '2026-05', '2026-07', '2026-11', '2026-12', '2027-02'),
        price: of,
      }),
      fc.record({ does: fc.constant('remove' as const), which: fc.nat({ max: 2 }) }),
    ),
    { maxLength: 6 },
  );
const fee = price.map((of) => ({ ...of, included: 0 }));
const merchant = fc.record({
  payer: fc.constantFrom<Payer>('merchant', 'agency'),
  shops: fc.array(fc.array(life, { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
});

const world: fc.Arbitrary<World> = fc
  .record({
    merchants: fc.array(merchant, { minLength: 1, maxLength: 3 }),
    ...{ bank: bookWith(price), fees: bookWith(fee), ownFees: bookWith(fee) },
    countsPer: fc.constantFrom('shop' as const, 'contract' as const),
    proRata: fc.constantFrom('months' as const, 'days' as const),
    bankVat: fc.constantFrom<BankVat>('unknown', 'excluded', 'included'),
  })
  .map(({ merchants, ...rest }) => {
    const known = merchants.map((of) => ({ ...of, id: newId() }));
    return {
      ...rest,
      payers: new Map(known.map(({ id, payer }) => [id, payer])),
      stalls: known.flatMap(({ id, shops }) =>
        shops.flatMap((lives) => {
          const shopId = newId();
          return lives.map((of) => ({ ...of, merchantId: id, shopId }));
        }),
      ),
    };
  });

describe('whatever people do with webshops, ends, prices, payers and VAT,', () => {
  it('each merchant is billed what a model says that goes day by day', () => {
    let billed = 0;
    fc.assert(
      fc.property(world, (of) => {
        const terms = termsOf(of);
        // The periods of one month come in any order, and those of others are among them.
        const periods = of.stalls.flatMap(periodsOf).toReversed();
        for (const month of months) {
          const bills = makeBills(periods, month, terms);
          const told = bills.map(({ merchantId, payer, urls, sums }) => {
            return { merchantId, payer, urls, sums };
          });
          const order = [...of.payers.keys()];
          told.sort((a, b) => order.indexOf(a.merchantId) - order.indexOf(b.merchantId));
          expect(told, month).toEqual(model(of, month));
          billed += bills.length;
        }
      }),
      { numRuns: 150 },
    );
    expect(billed).toBeGreaterThan(150);
  });
});
