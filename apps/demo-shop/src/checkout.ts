import { randomInt } from 'node:crypto';
import { isEnd, type OrderStatus, type Toonbank, ToonbankError } from '@toonbank/sdk';
import { readCart } from './cart';
import type { Sale, Sales } from './sales';

/** What the shopper is told about a sale. */
export type SaleState =
  'paid' | 'cancelled' | 'expired' | 'refused' | 'confirming' | 'open' | 'unknown' | 'unreachable';

/** How long a shopper is kept waiting, in milliseconds: for the bank's page, and for a state. */
const payingMs = 30_000;
const askingMs = 5_000;

/** Sales through Toonbank: the shop's own books beside the SDK. */
export class Checkout {
  constructor(
    private readonly toonbank: Toonbank,
    private readonly sales: Sales,
    /** The shop's own address, for the way back. */
    private readonly shopUrl: () => string,
  ) {}

  /**
   * Where the shopper goes to pay; null when there is nothing to pay any more. The sale's number is
   * the idempotency key, so this may be called again at any time, and twice at once.
   */
  async pay(sale: Sale): Promise<string | null> {
    const order = await this.toonbank.createOrder(this.orderOf(sale), {
      idempotencyKey: sale.number,
      signal: AbortSignal.timeout(payingMs),
    });
    this.sales.announced(sale.number, order.id);
    return isEnd(order.status) ? null : order.redirectUrl;
  }

  /** How the sale stands now, as Toonbank says; what the shopper brought back is only a hint. */
  async state(sale: Sale): Promise<SaleState> {
    if (!sale.orderId) return 'unknown';
    try {
      const { status } = await this.toonbank.getOrder(sale.orderId, {
        signal: AbortSignal.timeout(askingMs),
      });
      return stateOf(status, sale.returned);
    } catch (error) {
      if (error instanceof ToonbankError) return 'unreachable';
      throw error;
    }
  }

  /** The same for every repeat: another body under the same key would be refused. */
  private orderOf({ number, cart, cents, brand, language }: Sale) {
    const euro = (amount: number) => ({ currency: 'EUR', amount }) as const;
    const items = readCart(cart).map(({ good, quantity }) => ({
      ...{ id: good.id, name: good.name[language], quantity, amount: euro(good.cents) },
      ...({ category: 'PHYSICAL', vatCategory: '2' } as const),
    }));
    return {
      merchantOrderId: number,
      amount: euro(cents),
      returnUrl: `${this.shopUrl()}/thanks`,
      language: language === 'nl' ? 'NL' : 'EN',
      items,
      ...(brand && ({ paymentBrand: brand, paymentBrandForce: 'FORCE_ONCE' } as const)),
    } as const;
  }
}

function stateOf(status: OrderStatus, returned: string | null): SaleState {
  switch (status) {
    case 'COMPLETED':
      return 'paid';
    case 'CANCELLED':
      return 'cancelled';
    case 'EXPIRED':
      return 'expired';
    case 'REFUSED':
      return 'refused';
    case 'ANNOUNCING':
      return 'unknown';
    case 'IN_PROGRESS':
      // The bank told the browser; what it tells us follows within seconds.
      return returned && returned !== 'IN_PROGRESS' ? 'confirming' : 'open';
  }
}

/** True when the state never changes again. */
export function isSettled(state: SaleState): boolean {
  return ['paid', 'cancelled', 'expired', 'refused'].includes(state);
}

/** The bank's word for a way to pay, where the shopper chose one; an empty one leaves it to the bank. */
export const brands = ['', 'IDEAL', 'CARDS', 'BANCONTACT', 'PAYPAL'] as const;
export type Brand = (typeof brands)[number];

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The beginning of a number: one for each cart that is being paid, too many to guess. */
export function newNumber(): string {
  return 'K' + Array.from({ length: 13 }, () => letters[randomInt(letters.length)]).join('');
}

/**
 * The number of the sale: letters and digits, as the bank wants. Another way to pay is another sale,
 * the same way is the same one, however often the shopper goes back and forth.
 */
export function numberFor(beginning: string, brand: Brand): string {
  return beginning + brands.indexOf(brand);
}

export function beginningOf(number: string): string {
  return number.slice(0, 14);
}

export function isNumber(text: string): boolean {
  return /^K[0-9A-HJKMNP-TV-Z]{13}[0-4]?$/.test(text);
}
