import type { TranslocoService } from '@jsverse/transloco';
import type { BillLine } from '@toonbank/billing/contract';
import type { Formats } from '@toonbank/ui/look';

/** How many a line is of: by day it says of how many days, too. */
export function quantityOf(
  { kind, count, per }: BillLine,
  { formats, words }: { readonly formats: Formats; readonly words: TranslocoService },
): string {
  const number = formats.count(count);
  if (per === 1) return number;
  const unit = kind === 'bank-urls' || kind === 'fee-urls' ? 'urlDays' : 'days';
  return words.translate<string>(`billing.invoice.${unit}`, { number, per });
}
