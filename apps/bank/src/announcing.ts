import { randomBytes, randomUUID } from 'node:crypto';
import {
  type AnnouncedAddress,
  Announcement,
  codePoints,
  limits,
  parseBankTime,
  returnUrlProblem,
} from '@toonbank/smart-pay';
import { BankRefusal, invalid } from './bank-error';
import type { Ledger } from './ledger';
import type { WebshopRow } from './rows';
import type { Dials } from './settings';
import type { Webshops } from './webshops';

const currencies = ['AUD', 'CAD', 'CHF', 'DKK', 'EUR', 'GBP', 'JPY', 'NOK', 'SEK', 'USD'];
const languages = ['NL', 'EN', 'FR', 'DE'];
const forces = ['FORCE_ONCE', 'FORCE_ALWAYS'];
const cardBrands = ['VISA', 'MASTERCARD', 'MAESTRO', 'V_PAY'];

/** Takes announcements in: checks, cuts, drops and refuses as the bank does. */
export class Announcing {
  constructor(
    private readonly ledger: Ledger,
    private readonly webshops: Webshops,
    private readonly dials: Dials,
  ) {}

  /** Throws `BankRefusal`. The same order number again makes another order, as with the bank. */
  announce(
    webshop: WebshopRow,
    body: unknown,
  ): { id: string; pageToken: string; language: string } {
    const order = readAnnouncement(body);
    this.checkTimestamp(order.timestamp);
    const merchantOrderId = orderNumber(order);
    checkAmount(order);
    checkReturnUrl(order.merchantReturnURL);
    checkItems(order);
    checkAddress(order.shippingDetail);
    checkAddress(order.billingDetail);
    this.checkBrand(webshop, order);
    const id = randomUUID();
    const pageToken = randomBytes(24).toString('base64url');
    const language = languageOf(order.language);
    const now = this.dials.now();
    this.ledger.run(
      `insert into payment_order (id, webshop_id, merchant_order_id, amount, currency, return_url,
         language, description, brand, brand_force, skip_result, page_token, announced_at, status, status_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'IN_PROGRESS', ?)`,
      ...[id, webshop.id, merchantOrderId, order.amount.amount, order.amount.currency ?? 'EUR'],
      ...[
        order.merchantReturnURL ?? '',
        language,
        cut(order.description, limits.description) ?? null,
      ],
      ...[order.paymentBrand ?? null, order.paymentBrandForce ?? null],
      ...[order.skipHppResultPage ? 1 : 0, pageToken, now, now],
    );
    return { id, pageToken, language };
  }

  private checkTimestamp(text: string | undefined): void {
    const consumerMessage = 'The timestamp of the order announcement is invalid';
    try {
      const skew = Math.abs(parseBankTime(text ?? '').getTime() - this.dials.now());
      if (skew <= this.dials.get().timestampSkewMs) return;
    } catch {
      // Not a time at all: refused like one that is too far off.
    }
    throw new BankRefusal(403, 5001, { consumerMessage });
  }

  private checkBrand(webshop: WebshopRow, order: Announcement): void {
    const { paymentBrand: brand, paymentBrandForce: force, paymentBrandMetaData: meta } = order;
    if (!brand && !force && !meta) return;
    if (!brand || !force || !forces.includes(force)) {
      throw invalid('paymentBrand and paymentBrandForce should be given together');
    }
    const isActive =
      brand === 'CARDS'
        ? cardBrands.some((card) => this.webshops.isActive(webshop, card))
        : this.webshops.isActive(webshop, brand);
    if (isActive) return;
    const brands = Object.entries(JSON.parse(webshop.brands) as Record<string, string>);
    const active = brands.filter(([, state]) => state === 'Active').map(([name]) => name);
    throw new BankRefusal(422, 5024, {
      consumerMessage: `order could not be restricted to ${brand}, POI with id ${webshop.poi_id} can only be restricted to payment brands: ${active.join(', ')}`,
    });
  }
}

function readAnnouncement(body: unknown): Announcement {
  const parsed = Announcement.safeParse(body);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  if (path.startsWith('amount')) throw invalid('order amount must be greater than zero');
  throw invalid(`${path || 'the order'} is not valid`);
}

function orderNumber({
  merchantOrderId: number,
  shopperBankstatementReference: reference,
}: Announcement): string {
  if (!number) throw invalid('merchantOrderId is required');
  if (reference) return cut(number, limits.merchantOrderIdWithReference)!;
  if (!/^[A-Za-z0-9]+$/.test(number)) {
    throw new BankRefusal(422, 5002, {
      consumerMessage: 'merchantOrderId should only contain alphanumeric characters',
    });
  }
  return cut(number, limits.merchantOrderId)!;
}

function checkAmount({ amount }: Announcement): void {
  if (amount.amount <= 0) throw invalid('order amount must be greater than zero');
  if (amount.amount > limits.amount) throw invalid('order amount is too large');
  if (!amount.currency || !currencies.includes(amount.currency)) {
    throw invalid(`currency required and should be one of: [${currencies.join(', ')}]`);
  }
}

function checkReturnUrl(url: string | undefined): void {
  const texts = {
    missing: 'merchantReturnURL is required',
    'not-valid': 'merchantReturnURL is not a valid web address',
    'too-long': 'merchantReturnURL is not a valid web address',
    blacklisted: 'merchantReturnURL top level domain is blacklisted',
  } as const;
  const problem = returnUrlProblem(url ?? '');
  if (problem) throw invalid(texts[problem]);
}

/** Items that do not add up are dropped without a word; names that are too long are not forgiven. */
function checkItems({ orderItems: items = [], amount }: Announcement): void {
  const sum = items.reduce((total, item) => total + item.quantity * item.amount.amount, 0);
  if (items.length > limits.items || (items.length > 0 && sum !== amount.amount)) return;
  const tooLong = items.some((item) => codePoints(item.name ?? '') > limits.item.name);
  if (tooLong) throw invalid('the item name is too long, maximum length is [50]');
}

function checkAddress(address: AnnouncedAddress | undefined): void {
  if (!address) return;
  // An empty last name was taken in a recorded announcement; a missing one is not.
  if (address.lastName === undefined) throw invalid('the last name is required');
  if (!address.street) throw invalid('the street is required');
  if (!address.city) throw invalid('city is required');
}

function languageOf(text: string | undefined): string {
  const language = (text ?? '').toUpperCase();
  return languages.includes(language) ? language : 'EN';
}

function cut(text: string | undefined, length: number): string | undefined {
  return text === undefined ? undefined : [...text].slice(0, length).join('');
}
