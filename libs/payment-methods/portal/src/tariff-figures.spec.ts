import { describe, expect, it } from 'vitest';
import { figuresOf } from './tariff-figures';

describe('the figures of a tariff as people type them', () => {
  it.each([
    ['an amount', { fixed: '0,29', percent: '' }, { fixed: 29, basisPoints: 0 }],
    ['a percentage', { fixed: ' ', percent: '1,25' }, { fixed: 0, basisPoints: 125 }],
    ['both', { fixed: '0.10', percent: '0,5' }, { fixed: 10, basisPoints: 50 }],
    ['a zero that somebody typed', { fixed: '0', percent: '' }, { fixed: 0, basisPoints: 0 }],
  ])('are taken: %s', (_what, typed, figures) => {
    expect(figuresOf(typed)).toEqual(figures);
  });

  it.each([
    // A line of nothing was kept as free: the estimate then said EUR 0.00 of what nobody knows.
    ['nothing at all', { fixed: '', percent: ' ' }],
    ['no amount', { fixed: 'gratis', percent: '1' }],
    ['no percentage', { fixed: '0,29', percent: 'veel' }],
    ['three digits, that read as 1255 percent', { fixed: '', percent: '1,255' }],
  ])('are refused: %s', (_what, typed) => {
    expect(figuresOf(typed)).toBeUndefined();
  });
});
