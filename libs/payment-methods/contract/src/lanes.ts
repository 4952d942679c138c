/** Where the money of a brand comes from, and goes back by: the bank's account, or a party of its own. */
export type Lane = 'bank' | 'paypal' | 'billink';

/** Brands that do not pay out to the account at the bank by the bank itself (S14, S46). */
export const ownLanes: Readonly<Record<string, Lane>> = { PAYPAL: 'paypal', BILLINK: 'billink' };

/** All the others, unknown ones included, are the bank's. */
export function laneOf(brand: string): Lane {
  return ownLanes[brand] ?? 'bank';
}
