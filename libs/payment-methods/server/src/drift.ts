import type { Drift, Wish } from '@toonbank/payment-methods/contract';

/** The bank's word for a brand that shoppers may use. */
export const activeWord = 'Active';

/** What is wanted of a brand at a webshop, and what the bank said of it. */
export interface Standing {
  readonly wish: Wish | null;
  readonly wishAt: Date | null;
  /** Null: the bank did not name it. */
  readonly actual: string | null;
  readonly actualAt: Date | null;
}

/**
 * Since when a wish and the bank's word differ: the later of the two. Null when they agree, when nobody
 * wished for anything, or when the bank never told (`toldAt` null): nothing is claimed then.
 */
export function driftOf(standing: Standing, toldAt: Date | null): Drift | null {
  const { wish, wishAt, actual, actualAt } = standing;
  if (wish === null || wishAt === null || toldAt === null) return null;
  const isActive = actual === activeWord;
  if ((wish === 'on') === isActive) return null;
  const since = actualAt !== null && actualAt > wishAt ? actualAt : wishAt;
  return { kind: isActive ? 'unwanted' : 'missing', since: since.toISOString() };
}
