import { describe, expect, it } from 'vitest';
import { signerOf } from './virtual-signer';

const now = new Date('2027-01-31T12:00:00Z');
const pair = (id: string, from: string | null, state: 'active' | 'retired' = 'active') => ({
  ...{ id, state, signsFrom: from === null ? null : new Date(`2027-01-31T${from}:00Z`) },
});

describe('of virtual pairs', () => {
  it.each([
    ['the only one signs', [pair('a', '09:00')], 'a'],
    ['one without a moment waits', [pair('b', null), pair('a', '09:00')], 'a'],
    ['one whose moment is to come waits', [pair('b', '12:01'), pair('a', '09:00')], 'a'],
    ['one whose moment is now signs', [pair('b', '12:00'), pair('a', '09:00')], 'b'],
    ['the first signs again once it is told so', [pair('b', '10:00'), pair('a', '11:00')], 'a'],
    ['one that was revoked never signs', [pair('b', '10:00', 'retired'), pair('a', '09:00')], 'a'],
    ['none signs where there is none', [], undefined],
  ] as const)('%s', (_what, pairs, signer) => {
    expect(signerOf(pairs, now)?.id).toBe(signer);
  });
});
