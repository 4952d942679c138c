import type { BankVat, VatRate } from '@toonbank/billing/contract';
import { divide } from './meter';

/** What the agency's own fee bears. Data: a new rate is a line on top. */
export const vatRates: readonly VatRate[] = [
  { percent: 21, from: '2012-10-01', source: 'Wet op de omzetbelasting 1968, artikel 9, lid 1' },
];

/** Invoices of before the oldest line are made by nobody. */
export function vatPercentOn(day: string): number {
  return (vatRates.find(({ from }) => from <= day) ?? vatRates.at(-1)!).percent;
}

export interface Taxed {
  readonly net: number;
  readonly vat: number;
  /** Null: not known, none reckoned. */
  readonly vatPercent: number | null;
}

/**
 * Splits a price into what it is without VAT and its VAT; per line, so that every invoice adds up
 * from what stands on it.
 */
export function taxed(amount: number, kind: BankVat, vatPercent: number): Taxed {
  switch (kind) {
    case 'unknown':
      return { net: amount, vat: 0, vatPercent: null };
    case 'excluded':
      return { net: amount, vat: divide(amount * vatPercent, 100), vatPercent };
    case 'included': {
      const net = divide(amount * 100, 100 + vatPercent);
      return { net, vat: amount - net, vatPercent };
    }
  }
}
