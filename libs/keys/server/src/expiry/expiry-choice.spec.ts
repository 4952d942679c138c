import { describe, expect, it } from 'vitest';
import { expiryBound } from './expiry-choice';

describe('a choice of keys by when they expire', () => {
  const now = new Date('2027-01-31T12:00:00Z');
  it.each([
    ['passed', '2027-01-31T12:00:00.000Z'],
    ['within-7', '2027-02-07T22:59:59.999Z'],
    ['within-60', '2027-04-01T21:59:59.999Z'],
    ['unknown', undefined],
  ] as const)('%s ends at %s', (choice, bound) => {
    expect(expiryBound(choice, now)?.toISOString()).toBe(bound);
  });
});
