const form = /^NL(\d{9})B(\d{2})$/;

/** As it is written without spaces, dots and dashes. */
export function vatNumberOf(text: string): string {
  return text.toUpperCase().replaceAll(/[\s.-]/g, '');
}

/** `form`: it is not written like a Dutch one; `digit`: a digit is wrong. */
export function vatNumberFault(vatNumber: string): 'form' | 'digit' | undefined {
  const [, digits, suffix] = form.exec(vatNumber) ?? [];
  if (digits === undefined || suffix === '00') return 'form';
  return isOfCompany(digits) || remainder97(vatNumber) === 1 ? undefined : 'digit';
}

/** Of legal persons: the ninth digit checks the eight before it, modulo 11. */
function isOfCompany(digits: string): boolean {
  const [...all] = digits;
  const sum = all.slice(0, 8).reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
  return sum > 0 && sum % 11 === Number(all[8]);
}

/** Of sole traders since 2020: the whole, with letters as numbers (A = 10), leaves 1 (ISO 7064). */
function remainder97(text: string): number {
  const digits = [...text].map((sign) => parseInt(sign, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}
