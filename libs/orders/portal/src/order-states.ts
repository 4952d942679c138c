import type { Order, OrderStatus } from '@toonbank/orders/contract';
import type { StateLook } from '@toonbank/ui/look';

const looks: Readonly<Record<OrderStatus, StateLook>> = {
  ANNOUNCING: { icon: 'circle-dashed', tone: 'plain' },
  IN_PROGRESS: { icon: 'circle-dot', tone: 'info' },
  COMPLETED: { icon: 'circle-check', tone: 'ok' },
  CANCELLED: { icon: 'ban', tone: 'plain' },
  EXPIRED: { icon: 'timer-off', tone: 'plain' },
  REFUSED: { icon: 'circle-x', tone: 'bad' },
};

/** Over, and nothing was paid. */
export const lostStates: ReadonlySet<OrderStatus> = new Set(['CANCELLED', 'EXPIRED', 'REFUSED']);

/** How an order's state looks. What wants a person comes before the status itself. */
export function lookOf({ status, needsLook }: Pick<Order, 'status' | 'needsLook'>): StateLook & {
  readonly word: OrderStatus | 'NEEDS_LOOK';
} {
  if (needsLook) return { icon: 'triangle-alert', tone: 'warn', word: 'NEEDS_LOOK' };
  return { ...looks[status], word: status };
}

const transactionLooks: Readonly<Record<string, StateLook>> = {
  NEW: { icon: 'circle-dashed', tone: 'plain' },
  OPEN: { icon: 'circle-dot', tone: 'info' },
  ACCEPTED: { icon: 'circle-dot', tone: 'info' },
  SUCCESS: { icon: 'circle-check', tone: 'ok' },
  CANCELLED: { icon: 'ban', tone: 'plain' },
  EXPIRED: { icon: 'timer-off', tone: 'plain' },
  FAILURE: { icon: 'circle-x', tone: 'bad' },
};

/** The bank's words for a try to pay; one that we don't know is shown as it came. */
export function transactionLook(status: string): StateLook & { readonly isKnown: boolean } {
  const known = transactionLooks[status];
  if (known) return { ...known, isKnown: true };
  return { icon: 'circle-question-mark', tone: 'plain', isKnown: false };
}

/** How people write a method; one that we don't know is shown as the bank writes it. */
export const brandNames: Readonly<Record<string, string>> = {
  IDEAL: 'iDEAL',
  VISA: 'Visa',
  MASTERCARD: 'Mastercard',
  MAESTRO: 'Maestro',
  V_PAY: 'V PAY',
  BANCONTACT: 'Bancontact',
  PAYPAL: 'PayPal',
  BILLINK: 'Billink',
};

export function brandName(brand: string | null): string {
  return brand === null ? '–' : (brandNames[brand] ?? brand);
}
