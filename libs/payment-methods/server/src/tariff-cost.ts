import type { TariffLine } from '@toonbank/payment-methods/contract';
import type { BrandSum } from './paid-by-brand';

/** The lines that hold on a day: of each part the one that began last. */
export function linesOn(lines: readonly TariffLine[], brand: string, day: string): TariffLine[] {
  const begun = lines.filter((line) => line.brand === brand && line.validFrom <= day);
  const parts = Map.groupBy(begun, ({ part }) => part);
  return [...parts.values()].map((of) =>
    of.reduce((last, line) => (line.validFrom > last.validFrom ? line : last)),
  );
}

/** Whole cents, rounded half up per line; null when no line holds. An estimate. */
export function costOf(
  lines: readonly TariffLine[],
  { orders, turnover }: Pick<BrandSum, 'orders' | 'turnover'>,
): number | null {
  if (lines.length === 0) return null;
  const of = ({ fixed, basisPoints }: TariffLine) =>
    fixed * orders + Math.floor((turnover * basisPoints + 5_000) / 10_000);
  return lines.reduce((sum, line) => sum + of(line), 0);
}
