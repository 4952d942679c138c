import type { KeyState, RenewedKeys } from '@toonbank/keys/contract';
import { describe, expect, it } from 'vitest';
import { freshWord, isKeyUnseen } from './proof-words';

const seen = '2027-03-10T12:00:00Z';

describe('what is said of a new pair', () => {
  it.each<[RenewedKeys, KeyState, string | null, string, boolean]>([
    ['both', 'staged', null, 'staged', true],
    ['both', 'proven', null, 'proven', true],
    ['both', 'active', seen, 'active', false],
    ['refresh-token', 'proven', null, 'proven', false],
    // The call that succeeded was made with the token of the pair before it.
    ['signing-key', 'proven', null, 'unseen', true],
    ['signing-key', 'proven', seen, 'proven', false],
    ['signing-key', 'active', null, 'active', true],
    ['signing-key', 'retired', null, 'retired', true],
  ])('of %s, %s, seen %s: "%s"', (renews, state, lastVerifiedAt, word, isUnseen) => {
    const rotation = { renews, fresh: { state, lastVerifiedAt } };
    expect([freshWord(rotation), isKeyUnseen(rotation)]).toEqual([word, isUnseen]);
  });
});
