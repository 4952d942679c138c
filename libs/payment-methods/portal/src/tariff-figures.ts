import type { TariffLine } from '@toonbank/payment-methods/contract';
import { centsOf } from '@toonbank/primitives';

/** Both as they are typed. One of them may stay empty: there is none of it then. */
export interface TypedFigures {
  readonly fixed: string;
  readonly percent: string;
}

/** Whether this may stand in the field of the amount. */
export function isAmount(typed: string): boolean {
  return isEmpty(typed) || centsOf(typed) !== undefined;
}

/** The same of the percentage: at most 100, as three digits behind a comma read as thousands. */
export function isPercentage(typed: string): boolean {
  return isAmount(typed) && (centsOf(typed) ?? 0) <= 10_000;
}

/** A line of which nothing is known would count as free; that it is free is said with a zero. */
export function sayNothing({ fixed, percent }: TypedFigures): boolean {
  return isEmpty(fixed) && isEmpty(percent);
}

/** Undefined when they are not to be kept. Hundredths of a percent are read as cents are. */
export function figuresOf(
  typed: TypedFigures,
): Pick<TariffLine, 'fixed' | 'basisPoints'> | undefined {
  const { fixed, percent } = typed;
  if (sayNothing(typed) || !isAmount(fixed) || !isPercentage(percent)) return undefined;
  return { fixed: centsOf(fixed) ?? 0, basisPoints: centsOf(percent) ?? 0 };
}

function isEmpty(typed: string): boolean {
  return typed.trim() === '';
}
