import { MethodState, MethodStep } from '@toonbank/payment-methods/contract';
import { describe, expect, it } from 'vitest';
import { driftOf } from './drift';
import { nextLookMs } from './look-pause';
import {
  afterEvent,
  clockOf,
  isOpen,
  isOverdue,
  type MethodEvent,
  nextSteps,
} from './method-state';

const events: readonly MethodEvent[] = [...MethodStep.options, 'seen'];

/** Every move there is; whatever is not here does not happen. */
const usual: readonly [MethodState, MethodEvent, MethodState][] = [
  ['REQUESTED', 'signed', 'SIGNED'],
  ['REQUESTED', 'withdrawn', 'WITHDRAWN'],
  ['REQUESTED', 'seen', 'ACTIVE'],
  ['SIGNED', 'confirmed', 'ACTIVATING'],
  ['SIGNED', 'refused', 'REFUSED'],
  ['SIGNED', 'seen', 'ACTIVE'],
  ['ACTIVATING', 'refused', 'REFUSED'],
  ['ACTIVATING', 'seen', 'ACTIVE'],
];
const billinks: readonly [MethodState, MethodEvent, MethodState][] = [
  ['REQUESTED', 'signed', 'SIGNED'],
  ['REQUESTED', 'withdrawn', 'WITHDRAWN'],
  ['REQUESTED', 'seen', 'ACTIVE'],
  ['SIGNED', 'contract-sent', 'CONTRACT_SENT'],
  ['SIGNED', 'refused', 'REFUSED'],
  ['SIGNED', 'seen', 'ACTIVE'],
  ['CONTRACT_SENT', 'contract-signed', 'CONTRACT_SIGNED'],
  ['CONTRACT_SENT', 'refused', 'REFUSED'],
  ['CONTRACT_SENT', 'seen', 'ACTIVE'],
  ['CONTRACT_SIGNED', 'contract-accepted', 'CONTRACT_ACCEPTED'],
  ['CONTRACT_SIGNED', 'refused', 'REFUSED'],
  ['CONTRACT_SIGNED', 'seen', 'ACTIVE'],
  ['CONTRACT_ACCEPTED', 'refused', 'REFUSED'],
  ['CONTRACT_ACCEPTED', 'seen', 'ACTIVE'],
];
const statesOf = (table: typeof usual) => new Set(table.flatMap(([from, , to]) => [from, to]));

describe('the states of a method', () => {
  it.each([
    ['IDEAL', usual],
    ['VISA', usual],
    ['SOMETHING_NEW', usual],
    ['BILLINK', billinks],
  ])('%s moves as in its table, and in no other way', (brand, table) => {
    const states = MethodState.options.filter((state) => statesOf(table).has(state));
    for (const from of states) {
      for (const event of events) {
        const to = table.find(([f, e]) => f === from && e === event)?.[2];
        expect([from, event, afterEvent(from, event, brand)]).toEqual([from, event, to]);
      }
    }
  });

  it('offers a person what follows, and never that the bank showed it', () => {
    expect(nextSteps('REQUESTED', 'IDEAL')).toEqual(['signed', 'withdrawn']);
    expect(nextSteps('SIGNED', 'IDEAL')).toEqual(['confirmed', 'refused']);
    expect(nextSteps('SIGNED', 'BILLINK')).toEqual(['contract-sent', 'refused']);
    for (const end of ['ACTIVE', 'REFUSED', 'WITHDRAWN'] as const) {
      expect([nextSteps(end, 'IDEAL'), isOpen(end)]).toEqual([[], false]);
    }
  });
});

describe('the clock of a method', () => {
  it.each([
    ['REQUESTED', 'IDEAL', 'merchant', '2026-12-02'],
    ['SIGNED', 'IDEAL', 'bank', '2026-11-27'],
    ['SIGNED', 'VISA', 'bank', '2026-12-09'],
    ['SIGNED', 'BILLINK', 'bank', '2026-12-09'],
    ['SIGNED', 'SOMETHING_NEW', 'bank', '2026-12-09'],
    ['CONTRACT_SENT', 'BILLINK', 'merchant', '2026-12-02'],
    ['CONTRACT_SIGNED', 'BILLINK', 'billink', '2026-12-02'],
    ['CONTRACT_ACCEPTED', 'BILLINK', 'bank', '2026-11-27'],
  ] as const)('%s of %s: it is the %s until %s', (state, brand, turn, dueOn) => {
    expect(clockOf(state, brand, '2026-11-25')).toMatchObject({ turn, dueOn });
  });

  it('goes on while the bank works, and is none in an end', () => {
    expect(clockOf('ACTIVATING', 'IDEAL', '2026-11-25')).toBe('goes on');
    for (const state of ['ACTIVE', 'REFUSED', 'WITHDRAWN'] as const) {
      expect(clockOf(state, 'IDEAL', '2026-11-25')).toMatchObject({ turn: null, remindAt: null });
    }
  });

  it('reminds the merchant on the last day, of the bank on the day after', () => {
    expect(clockOf('REQUESTED', 'IDEAL', '2026-11-25')).toMatchObject({
      remindAt: new Date('2026-12-01T23:00:00Z'),
    });
    expect(clockOf('SIGNED', 'IDEAL', '2026-11-25')).toMatchObject({
      remindAt: new Date('2026-11-27T23:00:00Z'),
    });
  });

  it('is overdue when the last day has passed', () => {
    expect(isOverdue('2026-11-27', '2026-11-27')).toBe(false);
    expect(isOverdue('2026-11-27', '2026-11-28')).toBe(true);
    expect(isOverdue(null, '2026-11-28')).toBe(false);
  });
});

describe('drift', () => {
  const [early, late] = [new Date('2026-11-20T10:00:00Z'), new Date('2026-11-24T10:00:00Z')];
  const missing = (since: Date) => ({ kind: 'missing', since: since.toISOString() });

  it.each([
    ['wanted and active', 'on', 'Active', null],
    ['not wanted and inactive', 'off', 'Inactive', null],
    ['not wanted and not named', 'off', null, null],
    ['wanted and inactive', 'on', 'Inactive', missing(late)],
    ['wanted and a word nobody knows', 'on', 'Suspended', missing(late)],
    ['wanted and not named', 'on', null, missing(late)],
    ['not wanted and active', 'off', 'Active', { kind: 'unwanted', since: late.toISOString() }],
    ['nobody said anything', null, 'Active', null],
  ] as const)('%s', (_what, wish, actual, drift) => {
    const wishAt = wish === null ? null : late;
    expect(driftOf({ wish, wishAt, actual, actualAt: early }, late)).toEqual(drift);
  });

  it('is as old as the later of the wish and the word, and nothing before the bank ever told', () => {
    const standing = { wish: 'on', wishAt: early, actual: 'Inactive', actualAt: late } as const;
    expect(driftOf(standing, late)).toEqual(missing(late));
    expect(driftOf({ ...standing, actualAt: null, actual: null }, late)).toEqual(missing(early));
    expect(driftOf(standing, null)).toBeNull();
  });
});

it('asks again in hours after an answer; soon, and then ever less, after silence', () => {
  const minutes = [0, 1, 2, 3, 4, 7, 50].map((tries) => nextLookMs(tries) / 60_000);
  expect(minutes).toEqual([240, 5, 10, 20, 40, 240, 240]);
});
