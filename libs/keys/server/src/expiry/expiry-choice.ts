import type { KeyExpiryChoice } from '@toonbank/keys/contract';

const dayMs = 86_400_000;

/** Until when a key that was chosen expires, that moment included. Null: of those, it is not known. */
export function expiryBound(choice: KeyExpiryChoice, now: Date): Date | null {
  if (choice === 'unknown') return null;
  const days = choice === 'passed' ? 0 : Number(choice.slice('within-'.length));
  return new Date(now.getTime() + days * dayMs);
}
