/**
 * Whole cents of an amount as people type it: comma and point alike (`84,95`, `84.95`, `€ 1.284,5`,
 * `1,284.50`). Undefined when it is none.
 */
export function centsOf(text: string): number | undefined {
  const plain = text.replace(/[\s€\u00a0]/g, '');
  if (!/^\d{1,3}([.,]?\d{3})*([.,]\d{1,2})?$/.test(plain)) return undefined;
  const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  const digits = whole.replace(/[.,]/g, '');
  return Number(digits) * 100 + Number(fraction.padEnd(2, '0'));
}
