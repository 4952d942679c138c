import { describe, expect, it } from 'vitest';
import { exclusionState } from './exclusion-state';

const from = (asOf: string, until: string | null = null) => ({ asOf, until });

describe('a group that Billink excludes', () => {
  it.each([
    ['before its first day', from('2026-11-02'), 'coming'],
    ['on its first day', from('2026-11-01'), 'now'],
    ['without an end', from('2020-01-01'), 'now'],
    ['on its last day', from('2026-10-01', '2026-11-01'), 'now'],
    ['after its last day', from('2026-10-01', '2026-10-31'), 'over'],
    ['of one day, which is not yet there', from('2027-01-01', '2027-01-01'), 'coming'],
  ])('%s', (_when, days, state) => {
    expect(exclusionState(days, '2026-11-01')).toBe(state);
  });
});
