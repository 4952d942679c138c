import type { Language } from '@toonbank/primitives';

/**
 * Figures on paper. By hand, not by `Intl`: the same invoice must be the same bytes years later, and
 * the words of `Intl` change with its version.
 */
export function figure(cents: number, language: Language): string {
  const [thousands, comma] = language === 'nl' ? ['.', ','] : [',', '.'];
  const [whole, fraction] = (Math.abs(cents) / 100).toFixed(2).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, thousands);
  return `${cents < 0 ? '\u2212' : ''}${grouped}${comma}${fraction}`;
}

const months: Readonly<Record<Language, readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
};

/** `2026-10-31` or `2026-10` in words. */
export function dateInWords(date: string, language: Language): string {
  const [year, month, day] = date.split('-');
  const name = months[language][Number(month) - 1]!;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}
