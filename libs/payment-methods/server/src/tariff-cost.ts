import { createHash } from 'node:crypto';
import type { TariffLine } from '@toonbank/payment-methods/contract';
import type { BrandSum } from './paid-by-brand';

/**
 * The lines that hold on a day: the whole price, or the parts it is made up of, never both. A whole
 * price takes the place of all that began before it; parts that begin later take the place of it.
 */
export function linesOn(lines: readonly TariffLine[], brand: string, day: string): TariffLine[] {
  const begun = lines.filter((line) => line.brand === brand && line.validFrom <= day);
  const whole = lastOf(begun.filter(({ part }) => part === 'whole'));
  const since = whole?.validFrom ?? '';
  const parts = begun.filter(({ part, validFrom }) => part !== 'whole' && validFrom > since);
  if (whole && parts.length === 0) return [whole];
  return [...Map.groupBy(parts, ({ part }) => part).values()].map((of) => lastOf(of)!);
}

function lastOf(lines: readonly TariffLine[]): TariffLine | undefined {
  return lines.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)).at(-1);
}

/** The same for the same lines, however they are ordered. */
export function versionOf(lines: readonly TariffLine[]): string {
  const said = lines.map(({ brand, part, validFrom, fixed, basisPoints, source }) =>
    JSON.stringify([brand, part, validFrom, fixed, basisPoints, source]),
  );
  return createHash('sha256').update(said.sort().join('\n')).digest('base64url').slice(0, 22);
}

/** What can't be kept of lines: twice the same, or from one day the whole price and parts of it. */
export function faultOf(lines: readonly TariffLine[]): 'double' | 'whole-and-part' | undefined {
  const keys = lines.map(({ brand, part, validFrom }) => `${brand} ${part} ${validFrom}`);
  if (new Set(keys).size < keys.length) return 'double';
  const beginnings = Map.groupBy(lines, ({ brand, validFrom }) => `${brand} ${validFrom}`);
  const isBoth = [...beginnings.values()].some(
    (of) => of.length > 1 && of.some(({ part }) => part === 'whole'),
  );
  return isBoth ? 'whole-and-part' : undefined;
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
