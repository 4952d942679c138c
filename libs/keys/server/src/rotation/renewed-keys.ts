import type { RenewedKeys } from '@toonbank/keys/contract';
import type { KeyVersionEntity } from '../key-version.entity';

type Prints = Pick<KeyVersionEntity, 'fingerprint' | 'tokenFingerprint'>;

/**
 * Which of the two keys is another one in the new pair. The bank can show live that a token works, and
 * nothing about a signing key: one that comes alone is proven by the first message under it.
 */
export function renewedKeys(old: Prints, fresh: Prints): RenewedKeys {
  if (old.fingerprint.equals(fresh.fingerprint)) return 'refresh-token';
  const isSameToken =
    fresh.tokenFingerprint && old.tokenFingerprint?.equals(fresh.tokenFingerprint);
  return isSameToken ? 'signing-key' : 'both';
}
