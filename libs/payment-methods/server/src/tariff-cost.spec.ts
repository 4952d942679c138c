import type { TariffLine, TariffPart } from '@toonbank/payment-methods/contract';
import { describe, expect, it } from 'vitest';
import { costOf, faultOf, linesOn } from './tariff-cost';

type Said = readonly [part: TariffPart, validFrom: string, fixed: number];

const linesOf = (said: readonly Said[], brand = 'VISA'): TariffLine[] =>
  said.map(([part, validFrom, fixed]) => ({
    ...{ brand, part, fixed, basisPoints: 0, validFrom, source: 'Contract' },
  }));

const whole = (day: string, fixed = 30): Said => ['whole', day, fixed];
const service = (day: string, fixed = 10): Said => ['service', day, fixed];
const scheme = (day: string, fixed = 5): Said => ['scheme', day, fixed];

describe('what a method costs on a day', () => {
  it.each([
    ['nothing is known', [], []],
    ['one whole price', [whole('2026-01-01')], [30]],
    ['the later of two whole prices', [whole('2026-02-01', 31), whole('2026-01-01')], [31]],
    ['parts together', [service('2026-01-01'), scheme('2026-02-01')], [10, 5]],
    ['of a part the later', [service('2026-01-01'), service('2026-02-01', 11)], [11]],
    // Both were added up: a card cost the price and once more what it is made up of.
    ['a whole price in the place of its parts', [service('2026-01-01'), whole('2026-02-01')], [30]],
    ['parts in the place of a whole price', [whole('2026-01-01'), service('2026-02-01')], [10]],
    [
      'parts since a whole price, not those before it',
      [scheme('2026-01-01'), whole('2026-02-01'), service('2026-03-01')],
      [10],
    ],
    ['on one day the whole price', [service('2026-01-01'), whole('2026-01-01')], [30]],
    ['what begins later not yet', [whole('2026-01-01'), service('2026-06-02')], [30]],
    ['what begins that very day', [whole('2026-01-01'), service('2026-06-01')], [10]],
  ] as [string, Said[], number[]][])('is %s', (_what, said, fixed) => {
    const lines = [...linesOf(said), ...linesOf([whole('2026-01-01', 99)], 'MAESTRO')];
    const held = linesOn(lines, 'VISA', '2026-06-01');
    expect(held.map((line) => line.fixed)).toEqual(fixed);
    const cost = fixed.length === 0 ? null : fixed.reduce((sum, cents) => sum + cents * 3, 0);
    expect(costOf(held, { orders: 3, turnover: 10_000 })).toBe(cost);
  });
});

describe('lines that are said together', () => {
  it.each([
    [
      'may be parts from one day',
      linesOf([service('2026-01-01'), scheme('2026-01-01')]),
      undefined,
    ],
    ['may follow each other', linesOf([whole('2026-01-01'), service('2026-01-02')]), undefined],
    [
      'may be whole for one method and a part for another',
      [...linesOf([whole('2026-01-01')]), ...linesOf([service('2026-01-01')], 'MAESTRO')],
      undefined,
    ],
    ['are not the same twice', linesOf([whole('2026-01-01', 1), whole('2026-01-01', 2)]), 'double'],
    [
      'are not whole and in parts',
      linesOf([service('2026-01-01'), whole('2026-01-01')]),
      'whole-and-part',
    ],
  ])('%s', (_what, lines, fault) => {
    expect(faultOf(lines)).toBe(fault);
  });
});
