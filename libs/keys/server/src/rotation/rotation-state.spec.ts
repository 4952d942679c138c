import { RotationState, RotationStep } from '@toonbank/keys/contract';
import { describe, expect, it } from 'vitest';
import { afterStep, openSteps, pairStates } from './rotation-state';
import { safeToDrop } from './safe-to-drop';

/** In the order of the steps: prove, cut-over, roll-back, retire, abandon. A dash: it can't be taken. */
const table: Readonly<Record<RotationState, string>> = {
  staged: 'dual - - - abandoned',
  dual: 'done cut-over done - abandoned',
  'cut-over': '- done dual retired -',
  retired: '- - - done -',
  abandoned: '- - - - done',
};

describe('a rotation', () => {
  it.each(RotationState.options)('that is %s goes where the table says', (from) => {
    const line = RotationStep.options.map((step) => afterStep(from, step) ?? '-').join(' ');
    expect(line).toBe(table[from]);
  });

  it.each(RotationState.options)('that is %s leaves exactly one pair in use', (state) => {
    const { old, fresh } = pairStates[state];
    expect([old, fresh].filter((pair) => pair === 'active')).toHaveLength(1);
  });

  it('offers only steps that change something', () => {
    expect(openSteps('dual')).toEqual(['cut-over', 'abandon']);
    expect(openSteps('retired')).toEqual([]);
  });
});

describe('an old key', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000);
  it.each([
    ['a day after cutting over', { cut: 0, seen: null, waiting: 0, now: 24 }, true],
    ['a moment earlier', { cut: 0, seen: null, waiting: 0, now: 23.99 }, false],
    ['a day after a late message', { cut: 0, seen: 6, waiting: 0, now: 30 }, true],
    ['less than a day after a late message', { cut: 0, seen: 6, waiting: 0, now: 29 }, false],
    ['when its last message was before', { cut: 10, seen: 2, waiting: 0, now: 34 }, true],
    ['while an order waits', { cut: 0, seen: null, waiting: 1, now: 999 }, false],
  ])('%s: safe to drop or not', (_when, { cut, seen, waiting, now }, isSafe) => {
    const lastVerifiedAt = seen === null ? null : at(seen);
    const measures = { waitingOrders: waiting, quietHours: 24, now: at(now) };
    const facts = { cutOverAt: at(cut), lastVerifiedAt, ...measures };
    expect(safeToDrop(facts).isSafe).toBe(isSafe);
  });
});
