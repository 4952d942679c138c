import { Problem } from '@toonbank/platform/http';
import { euVat } from 'stdnum';

/** As it is written on invoices; throws a problem at `path` when its form or its check digits are wrong. */
export function checkedVatNumber(text: string, path: string): string {
  const plain = text.toUpperCase().replace(/[\s.-]/g, '');
  const validators = euVat[plain.slice(0, 2)] ?? [];
  if (validators.some((validator) => validator.validate(plain).isValid)) return plain;
  throw Problem.unprocessable(
    'vat-number',
    'This is no VAT number.',
    'Its form or its check digits are wrong; nothing was changed. Copy it as it stands, country first: NL123456782B12.',
    path,
  );
}

/** In groups of nothing; throws a problem at `path` when the check digits are wrong. */
export function checkedIban(text: string, path: string): string {
  const plain = text.toUpperCase().replace(/\s/g, '');
  const isFormed = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(plain);
  if (isFormed && remainderOf(plain) === 1) return plain;
  throw Problem.unprocessable(
    'iban',
    'This is no IBAN.',
    'Its form or its check digits are wrong; nothing was changed. Copy it as it stands on a bank statement.',
    path,
  );
}

/** ISO 7064, mod 97-10: letters count as two digits, the first four characters go last. */
function remainderOf(iban: string): number {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return [...digits].reduce((rest, digit) => (10 * rest + Number(digit)) % 97, 0);
}
