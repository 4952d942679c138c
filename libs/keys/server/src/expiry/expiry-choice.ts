import type { KeyExpiryChoice } from '@toonbank/keys/contract';
import { dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';

/**
 * Until when a key that was chosen expires, that moment included: to the end of the last day that counts
 * so many. Null: of those, it is not known.
 */
export function expiryBound(choice: KeyExpiryChoice, now: Date): Date | null {
  if (choice === 'unknown') return null;
  if (choice === 'passed') return now;
  const days = Number(choice.slice('within-'.length));
  return new Date(startOfDay(dayAfter(dayOf(now), days + 1)).getTime() - 1);
}
