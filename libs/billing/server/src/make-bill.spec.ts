import { newId } from '@toonbank/primitives';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBills, type Terms } from './make-bill';
import { amountOf, type CountedPeriod, meter } from './meter';
import { daysOf, monthAfter, monthsBetween, spanOf } from './months';
import { feeOf, overlap, reopenedWithout, rewritten } from './prices';
import { taxed } from './vat';

const merchantId = newId();
const shopId = newId();

const terms: Terms = {
  ...{ countsPer: 'shop', proRata: 'months', bankVat: 'unknown', bankPrices: [], fees: [] },
  payerOf: () => 'agency',
};

function urls(count: number, from = '2026-01-01T00:00:00Z', until?: string): CountedPeriod[] {
  return Array.from({ length: count }, () => ({
    ...{ merchantId, shopId, from: new Date(from) },
    until: until ? new Date(until) : null,
  }));
}

const totalOf = (periods: CountedPeriod[], month = '2026-10', own: Partial<Terms> = {}) =>
  makeBills(periods, month, { ...terms, ...own })[0]?.sums.total ?? 0;

describe('the price of the bank (S27)', () => {
  it.each([
    [0, 0],
    [1, 1000],
    [3, 1000],
    [4, 1360],
    [5, 1720],
  ])('of %i URLs is %i cents a month', (count, total) => {
    expect(totalOf(urls(count))).toBe(total);
  });

  it('counts by shop or by contract, as the agency was told', () => {
    const other = newId();
    const two = [...urls(2), ...urls(2).map((period) => ({ ...period, shopId: other }))];
    expect(totalOf(two)).toBe(2000);
    expect(totalOf(two, '2026-10', { countsPer: 'contract' })).toBe(1360);
  });

  it('is told and not billed where the bank bills the merchant', () => {
    const [bill] = makeBills(urls(5), '2026-10', { ...terms, payerOf: () => 'merchant' });
    expect(bill).toMatchObject({ sums: { total: 0, bankCost: 1720, margin: 0 } });
    expect(bill!.lines.map(({ kind, net, isBilled }) => [kind, net, isBilled])).toEqual([
      ['bank-shop', 1000, false],
      ['bank-urls', 720, false],
    ]);
  });

  it.each([
    ['unknown', 1000, 0, null],
    ['excluded', 1000, 210, 21],
    ['included', 826, 174, 21],
  ] as const)('with VAT %s is %i and %i', (bankVat, net, vat, vatPercent) => {
    const [bill] = makeBills(urls(1), '2026-10', { ...terms, bankVat });
    expect(bill!.lines).toEqual([
      expect.objectContaining({ kind: 'bank-shop', net, vat, vatPercent }),
    ]);
    expect(taxed(1000, bankVat, 21)).toEqual({ net, vat, vatPercent });
  });
});

describe('the fee of the agency', () => {
  const fees = [
    {
      id: newId(),
      merchantId: null,
      from: '2026-01',
      until: null,
      base: 2500,
      included: 0,
      perUrl: 150,
    },
    {
      id: newId(),
      merchantId,
      from: '2026-10',
      until: '2026-10',
      base: 0,
      included: 0,
      perUrl: 99,
    },
  ];

  it("is a merchant's own where it has one, and everybody's elsewhere", () => {
    expect(feeOf(fees, merchantId, '2026-09').base).toBe(2500);
    expect(feeOf(fees, merchantId, '2026-10').perUrl).toBe(99);
    expect(feeOf(fees, newId(), '2026-10').base).toBe(2500);
    expect(feeOf(fees, merchantId, '2025-12')).toEqual({ base: 0, included: 0, perUrl: 0 });
  });

  it('bears VAT, counts the URLs of all shops, and is the margin', () => {
    const two = [...urls(2), ...urls(1).map((period) => ({ ...period, shopId: newId() }))];
    const [bill] = makeBills(two, '2026-09', { ...terms, fees });
    expect(bill!.sums).toEqual({ net: 4950, vat: 620, total: 5570, bankCost: 2000, margin: 2950 });
    expect(bill!.urls).toBe(3);
  });
});

describe('the meter', () => {
  it('counts a URL on the days at whose end it stands, Dutch time', () => {
    const perDay = (from: string, until?: string) =>
      meter(urls(1, from, until), '2026-10', 'shop')[0]?.perDay.join('');
    // Winter time begins on 25 October: midnight is 22:00 UTC before it and 23:00 UTC after it.
    expect(perDay('2026-10-30T22:59:59Z')).toBe('0'.repeat(29) + '11');
    expect(perDay('2026-10-30T23:00:00Z')).toBe('0'.repeat(30) + '1');
    expect(perDay('2026-10-31T23:00:00Z')).toBeUndefined();
    expect(perDay('2026-01-01T00:00:00Z', '2026-10-01T21:59:59Z')).toBeUndefined();
    expect(perDay('2026-01-01T00:00:00Z', '2026-10-01T22:00:00Z')).toBe('1' + '0'.repeat(30));
  });

  it('counts one that changes during a day once, and one that comes and goes on a day not at all', () => {
    const changed = [
      ...urls(1, '2026-01-01T00:00:00Z', '2026-10-10T10:00:00Z'),
      ...urls(1, '2026-10-10T10:00:00Z'),
    ];
    expect(meter(changed, '2026-10', 'shop')[0]!.perDay).toEqual(daysOf('2026-10').map(() => 1));
    const mistaken = urls(1, '2026-10-10T10:00:00Z', '2026-10-10T10:05:00Z');
    expect(makeBills(mistaken, '2026-10', terms)).toEqual([]);
  });

  it('knows the months of the clock change', () => {
    const hours = (month: string) => {
      const { from, until } = spanOf(month);
      return (until.getTime() - from.getTime()) / 3_600_000;
    };
    expect([hours('2026-03'), hours('2026-10'), hours('2026-02')]).toEqual([743, 745, 672]);
    expect(monthsBetween('2025-11', '2026-02')).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(monthAfter('2026-12')).toBe('2027-01');
  });
});

describe('the price book', () => {
  const row = (from: string, until: string | null, base = 1) => ({
    ...{ id: newId(), from, until, base, included: 0, perUrl: 0 },
  });

  it.each([
    ['2026-01', null, '2027-01', null, true],
    ['2026-01', '2026-06', '2026-06', '2026-07', true],
    ['2026-01', '2026-06', '2026-07', null, false],
    ['2026-07', null, '2026-01', '2026-06', false],
  ] as const)('from %s to %s and from %s to %s overlap: %s', (from, until, from2, until2, does) => {
    expect(overlap({ from, until }, { from: from2, until: until2 })).toBe(does);
  });

  it('may say nothing else of a closed month', () => {
    const [old, next] = [row('2026-01', null), row('2026-11', null, 2)];
    const ended = { ...old, until: '2026-10' };
    expect(rewritten(['2026-10'], [old], [ended, next])).toEqual([]);
    expect(rewritten(['2026-10', '2026-11'], [old], [ended, next])).toEqual(['2026-11']);
    expect(rewritten(['2026-10'], [old], [])).toEqual(['2026-10']);
  });
});

describe('a price that is taken out', () => {
  const row = (from: string, until: string | null) => ({ id: `${from} ${until}`, from, until });

  it.each([
    ['the first', ['2026-01 2026-06', '2026-07 null'], 0, undefined],
    ['the last', ['2026-01 2026-06', '2026-07 null'], 1, '2026-01 null'],
    ['over the turn of the year', ['2026-01 2026-12', '2027-01 null'], 1, '2026-01 null'],
    [
      'one in between',
      ['2026-01 2026-03', '2026-04 2026-06', '2026-07 null'],
      1,
      '2026-01 2026-06',
    ],
    ['one with a last month', ['2026-01 2026-03', '2026-04 2026-06'], 1, '2026-01 2026-06'],
    ['one after a gap that was there', ['2026-01 2026-03', '2026-05 null'], 1, undefined],
    ['the only one', ['2026-01 null'], 0, undefined],
  ] as const)('lets the one before it go on in its place: %s', (_what, spans, which, reopened) => {
    const rows = spans.map((span) => {
      const [from = '', until = ''] = span.split(' ');
      return row(from, until === 'null' ? null : until);
    });
    const found = reopenedWithout(rows, rows[which]!);
    expect(found && `${found.from} ${found.until}`).toBe(reopened);
  });
});

/** The same bill told by somebody else: hour by hour of the real clock, no days, no sweeping. */
function model(periods: CountedPeriod[], month: string, isByDay: boolean): number {
  const local = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  const ends: Date[] = [];
  const [year = 0, number = 0] = month.split('-').map(Number);
  const start = Date.UTC(year, number - 1, 1) - 12 * 3_600_000;
  for (let hour = 0; hour < 34 * 24; hour++) {
    const [at, next] = [start + hour * 3_600_000, start + (hour + 1) * 3_600_000];
    const day = local.format(at);
    if (day.startsWith(month) && local.format(next) !== day) ends.push(new Date(next));
  }
  const counts = ends.map(
    (end) => periods.filter(({ from, until }) => from < end && (!until || until >= end)).length,
  );
  const round = (exact: number) => Math.floor(exact + 0.5 + 1e-9);
  const part = (of: number[]) => of.reduce((a, b) => a + b, 0) / ends.length;
  const size = isByDay ? part : (of: number[]) => Math.max(...of);
  const base = round(1000 * size(counts.map((count) => (count > 0 ? 1 : 0))));
  return base + round(360 * size(counts.map((count) => (count > 3 ? count - 3 : 0))));
}

describe('any history of URLs', () => {
  const moment = fc.integer({
    min: Date.parse('2026-02-15T00:00:00Z') / 1000,
    max: Date.parse('2026-12-15T00:00:00Z') / 1000,
  });
  const history = fc.array(fc.tuple(moment, fc.option(moment)), { maxLength: 12 });
  const month = fc.constantFrom('2026-03', '2026-06', '2026-10', '2026-11');

  it('costs what a model that looks at every hour of the clock says', () => {
    fc.assert(
      fc.property(history, month, fc.boolean(), (spans, of, isByDay) => {
        const periods = spans.map(([a, b]) => ({
          ...{ merchantId, shopId, from: new Date(1000 * (b === null ? a : Math.min(a, b))) },
          until: b === null ? null : new Date(1000 * Math.max(a, b)),
        }));
        const proRata = isByDay ? 'days' : 'months';
        expect(totalOf(periods, of, { proRata })).toBe(model(periods, of, isByDay));
      }),
      { numRuns: 300 },
    );
  });

  it('adds up from its lines, whatever the VAT', () => {
    const vat = fc.constantFrom('unknown', 'excluded', 'included' as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 0, max: 99_999 }),
        vat,
        (count, unit, kind) => {
          const amount = amountOf({ count, per: 31 }, unit);
          expect(Math.abs(amount - (count * unit) / 31)).toBeLessThanOrEqual(0.5);
          const { net, vat: tax } = taxed(amount, kind as 'unknown', 21);
          expect(kind === 'excluded' ? net : net + tax).toBe(amount);
          expect(Number.isInteger(net) && Number.isInteger(tax)).toBe(true);
        },
      ),
    );
  });
});
