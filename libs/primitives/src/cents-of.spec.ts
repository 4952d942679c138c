import { describe, expect, it } from 'vitest';
import { centsOf } from './cents-of';

describe('an amount as people type it', () => {
  it.each([
    ['84,95', 8495],
    ['84.95', 8495],
    ['84', 8400],
    ['84,9', 8490],
    ['€ 1.284,50', 128450],
    ['1,284.50', 128450],
    ['1.284', 128400],
    ['1284', 128400],
    ['0,05', 5],
  ])('%s is %i cents', (text, cents) => {
    expect(centsOf(text)).toBe(cents);
  });

  it.each(['', 'abc', '84,9555', '-5', '1.28,4,5', '12,34,56'])('%s is none', (text) => {
    expect(centsOf(text)).toBeUndefined();
  });
});
