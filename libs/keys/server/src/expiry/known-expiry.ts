import type { KeyVersionEntity } from '../key-version.entity';
import { expiryOf } from '../pasted-keys';

/** When a pair expires, and who said so where its token does not. */
export type Expiry = Pick<KeyVersionEntity, 'expiresAt' | 'expiryTypedBy' | 'expiryTypedAt'>;

export const unknownExpiry: Expiry = { expiresAt: null, expiryTypedBy: null, expiryTypedAt: null };

/**
 * What is known of a refresh token. One that stays when only the signing key is new keeps what
 * somebody typed of it: nobody would be warned any more. `tokenFingerprint` is the token's; `here`
 * are the versions of this webshop environment that have one of the keys.
 */
export function knownExpiry(
  refreshToken: string,
  tokenFingerprint: Buffer,
  here: readonly KeyVersionEntity[],
): Expiry {
  const same = here.filter((row) => row.tokenFingerprint?.equals(tokenFingerprint));
  const newest = same.toSorted((a, b) => b.version - a.version)[0];
  if (!newest) return { ...unknownExpiry, expiresAt: expiryOf(refreshToken) };
  const { expiresAt, expiryTypedBy, expiryTypedAt } = newest;
  return { expiresAt, expiryTypedBy, expiryTypedAt };
}
