import { BatchState, BatchStep, type RotationState } from '@toonbank/keys/contract';
import { describe, expect, it } from 'vitest';
import {
  afterBatchStep,
  countsOf,
  isThrough,
  type ItemFacts,
  itemState,
  nextLook,
  nextStep,
  pauseAfter,
} from './batch-state';

const now = new Date('2027-01-31T12:00:00Z');
const later = new Date('2027-01-31T13:00:00Z');
const item = (rotation?: RotationState, more: Partial<ItemFacts> = {}): ItemFacts => ({
  ...{ barred: null, trouble: null, nextAt: null, rotation },
  ...more,
});

/** In the order of the steps: start, stop, retire, end. A dash: it can't be taken. */
const table: Readonly<Record<BatchState, string>> = {
  planned: 'running - - ended',
  running: 'done stopped running ended',
  stopped: 'running done - ended',
  ended: '- - running done',
};

describe('a batch of renewals', () => {
  it.each(BatchState.options)('that is %s goes where the table says', (state) => {
    const line = BatchStep.options.map(
      (step) => afterBatchStep({ state, retires: false, counts: countsOf([]) }, step) ?? '-',
    );
    expect(line.join(' ')).toBe(table[state]);
  });

  it('that ended half-way is told nothing more', () => {
    const halfWay = { state: 'ended', retires: false, counts: countsOf([item()]) } as const;
    expect(afterBatchStep(halfWay, 'retire')).toBeUndefined();
  });

  it('is told once to destroy old pairs', () => {
    const running = { state: 'running', retires: true, counts: countsOf([item()]) } as const;
    expect(afterBatchStep(running, 'retire')).toBe('done');
  });

  it.each([
    [item(), 'waiting', undefined, undefined],
    [item('abandoned'), 'waiting', undefined, undefined],
    [item('staged'), 'ready', 'prove', 'prove'],
    [item('dual'), 'ready', 'cut-over', 'cut-over'],
    [item('staged', { trouble: 'keys-refused' }), 'failed', undefined, undefined],
    [item('cut-over'), 'cut-over', undefined, 'retire'],
    [item('cut-over', { trouble: 'x' }), 'cut-over', undefined, undefined],
    [item('retired'), 'retired', undefined, undefined],
    [item(undefined, { barred: 'webshop-ended' }), 'barred', undefined, undefined],
  ] as const)('holds %o as %s and goes on with %s, or %s when old pairs go', (one, ...says) => {
    expect([itemState(one), nextStep(one, false), nextStep(one, true)]).toEqual(says);
  });

  it('is through when nothing is left for anybody', () => {
    const barred = item(undefined, { barred: 'webshop-ended' });
    expect(isThrough(countsOf([barred, item('cut-over'), item('retired')]), false)).toBe(true);
    expect(isThrough(countsOf([barred, item('cut-over')]), true)).toBe(false);
    expect(isThrough(countsOf([item('retired'), item()]), false)).toBe(false);
  });

  it('is looked at when the first of its webshops is due, or when a person did something', () => {
    const look = (...items: ItemFacts[]) => nextLook(items, { retires: false, now });
    expect(look(item(), item('cut-over'))).toBeNull();
    expect(look(item('staged', { nextAt: later }), item())).toEqual(later);
    expect(look(item('staged', { nextAt: later }), item('dual'))).toEqual(now);
  });

  it('waits longer after each try, and then for a person', () => {
    expect([0, 1, 4].map(pauseAfter)).toEqual([15_000, 30_000, 240_000]);
    expect(pauseAfter(5)).toBeUndefined();
  });
});
