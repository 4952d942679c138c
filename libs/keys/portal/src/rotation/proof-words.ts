import type { KeyRotation } from '@toonbank/keys/contract';

type Facts = Pick<KeyRotation, 'renews'> & {
  readonly fresh: Pick<KeyRotation['fresh'], 'state' | 'lastVerifiedAt'>;
};

/** Whether the new signing key is one that no message has shown to work. */
export function isKeyUnseen({ renews, fresh }: Facts): boolean {
  return renews !== 'refresh-token' && fresh.lastVerifiedAt === null;
}

/** The word for the new pair. What the bank shows is the token: a signing key alone it can not prove. */
export function freshWord(rotation: Facts): string {
  const { renews, fresh } = rotation;
  const isUnproven = renews === 'signing-key' && isKeyUnseen(rotation);
  return isUnproven && fresh.state === 'proven' ? 'unseen' : fresh.state;
}

/** A word that is another one where only the signing key is new. */
export function wordOf(key: string, { renews }: Pick<KeyRotation, 'renews'>): string {
  return renews === 'signing-key' ? `keyOnly.${key}` : key;
}
