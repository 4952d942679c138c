import { type OrderStatus } from '@toonbank/orders/contract';
import type { Environment } from '@toonbank/primitives';
import { said } from '@toonbank/ui/asking';
import type { FilterField, FilterValues } from '@toonbank/ui/filters';
import { periodOf } from '@toonbank/ui/look';

/** What of the list stands in the address of the page, besides environment, merchant and cursor. */
export interface OrderChoice {
  readonly status?: string;
  readonly look?: string;
  readonly brand?: string;
  readonly amount?: string;
  readonly order?: string;
  readonly webshop?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Keys of filters that change what a sum per day is about. */
const narrowing = ['status', 'look', 'brand', 'amount', 'order'] as const;

type Word = (key: string) => string;

/** The webshops one can choose from, and how others are looked for. */
export interface WebshopChoice {
  readonly named: readonly { readonly id: string; readonly host: string }[];
  /** The host of the one in the address, where it is none of those. */
  readonly chosen: string | undefined;
  readonly search: (text: string) => void;
}

export function filterFields(
  word: Word,
  statuses: readonly OrderStatus[],
  webshops: WebshopChoice,
): FilterField[] {
  const options = (values: readonly string[], prefix: string) =>
    values.map((value) => ({ value, word: word(`${prefix}.${value}`) }));
  return [
    { key: 'status', word: word('status'), kind: 'choice', options: options(statuses, 'states') },
    { key: 'from', word: word('from'), kind: 'date' },
    { key: 'until', word: word('until'), kind: 'date' },
    {
      key: 'webshop',
      word: word('webshop'),
      kind: 'choice',
      options: webshops.named.map(({ id, host }) => ({ value: id, word: host })),
      search: webshops.search,
      chosen: webshops.chosen,
    },
    { key: 'brand', word: word('method'), kind: 'choice', options: options(brands, 'brands') },
    { key: 'amount', word: word('amountField'), kind: 'amount' },
    { key: 'order', word: word('number'), kind: 'text' },
  ];
}

/** The methods one can narrow by; an order with another one is shown all the same. */
const brands = [
  'IDEAL',
  'VISA',
  'MASTERCARD',
  'MAESTRO',
  'V_PAY',
  'BANCONTACT',
  'PAYPAL',
  'BILLINK',
] as const;

export function valuesOf({ look: _look, ...choice }: OrderChoice): FilterValues {
  return { ...choice };
}

export function isNarrowed(choice: OrderChoice): boolean {
  return narrowing.some((key) => choice[key] !== undefined);
}

/** The question to the API. Days of the address are Dutch days, both included. */
export function queryOf(
  place: { readonly environment: Environment; readonly merchant: string | undefined },
  choice: OrderChoice,
): Record<string, string> {
  const { status, look, brand, amount, order, webshop, from, until } = choice;
  return said({
    environment: place.environment,
    merchantId: place.merchant,
    webshopId: webshop,
    status,
    needsLook: look,
    paymentBrand: brand,
    amount,
    merchantOrderId: order,
    ...periodOf(from, until),
  });
}
