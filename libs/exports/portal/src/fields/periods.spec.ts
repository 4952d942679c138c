import { describe, expect, it } from 'vitest';
import { daysOf, presetOf, presets } from './periods';

describe('periods to choose from', () => {
  it.each([
    ['last-month', '2026-11-26', '2026-10-01', '2026-10-31'],
    ['last-month', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['last-month', '2028-03-01', '2028-02-01', '2028-02-29'],
    ['this-month', '2026-11-26', '2026-11-01', '2026-11-26'],
    ['last-quarter', '2026-11-26', '2026-07-01', '2026-09-30'],
    ['last-quarter', '2026-02-26', '2025-10-01', '2025-12-31'],
    ['this-year', '2026-11-26', '2026-01-01', '2026-11-26'],
    ['last-year', '2026-11-26', '2025-01-01', '2025-12-31'],
  ] as const)('%s on %s is %s until %s', (preset, today, from, until) => {
    expect(daysOf(preset, today)).toEqual({ from, until });
  });

  it.each(presets)('%s is known again by its days', (preset) => {
    expect(presetOf(daysOf(preset, '2026-11-26'), '2026-11-26')).toBe(preset);
  });

  it('is nothing of the list when somebody chose days of their own', () => {
    expect(presetOf({ from: '2026-10-02', until: '2026-10-31' }, '2026-11-26')).toBeUndefined();
  });
});
