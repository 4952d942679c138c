import { type Good, goodOf } from './goods';

/** So many pieces of one good. */
export interface Line {
  readonly good: Good;
  readonly quantity: number;
}

/** What a shopper put together; the browser keeps it, the shop does not. */
export type Cart = readonly Line[];

/** Nobody buys more of one good in a small shop. */
export const most = 20;

/** Reads `jong.2-oud.1`. What is no good of ours, or no number, is not there: a cookie may hold anything. */
export function readCart(text: string | undefined): Cart {
  const found = new Map<string, Line>();
  for (const part of (text ?? '').split('-').slice(0, 50)) {
    const [, id = '', count = ''] = /^([a-z]{1,20})\.([1-9]\d?)$/.exec(part) ?? [];
    const good = goodOf(id);
    if (good) found.set(id, { good, quantity: Math.min(Number(count), most) });
  }
  return [...found.values()];
}

export function writeCart(cart: Cart): string {
  return cart.map(({ good, quantity }) => `${good.id}.${quantity}`).join('-');
}

/** The cart with this many of a good; none takes it out. */
export function withQuantity(cart: Cart, good: Good, quantity: number): Cart {
  const wanted = Math.min(Math.max(Math.trunc(quantity) || 0, 0), most);
  const line = { good, quantity: wanted };
  const isThere = cart.some((other) => other.good === good);
  const lines = isThere
    ? cart.map((other) => (other.good === good ? line : other))
    : [...cart, line];
  return lines.filter((other) => other.quantity > 0);
}

/** How many pieces in all. */
export function pieces(cart: Cart): number {
  return cart.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Cents, with VAT. */
export function total(cart: Cart): number {
  return cart.reduce((sum, { good, quantity }) => sum + quantity * good.cents, 0);
}
