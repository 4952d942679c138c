import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vatNumberFault, vatNumberOf } from './vat-number';

describe('a Dutch VAT number', () => {
  it.each([
    ['NL004495445B01', undefined, 'a legal person'],
    ['NL000099998B57', undefined, 'a sole trader, of the tax office'],
    ['NL004495446B01', 'digit', 'a wrong last digit'],
    ['NL014495445B01', 'digit', 'a wrong digit'],
    ['NL004495445B00', 'form', 'a suffix that is not given out'],
    ['NL00449544B01', 'form', 'a digit too few'],
    ['BE0123456789', 'form', 'another country'],
    ['NL000000000B01', 'digit', 'nothing but noughts'],
  ] as const)('%s: %s (%s)', (text, fault, _what) => {
    expect(vatNumberFault(text)).toBe(fault);
  });

  it('is read with spaces, dots and dashes, in any case', () => {
    expect(vatNumberOf(' nl 0044.95.445-b01 ')).toBe('NL004495445B01');
  });

  it('is wrong when two digits next to each other are swapped, as often as the check can see', () => {
    const eight = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(eight, fc.integer({ min: 0, max: 6 }), (digits, at) => {
        const sum = digits.reduce((total, digit, i) => total + digit * (9 - i), 0);
        fc.pre(sum > 0 && sum % 11 < 10 && digits[at] !== digits[at + 1]);
        const good = `NL${digits.join('')}${sum % 11}B01`;
        expect(vatNumberFault(good)).toBeUndefined();
        const swapped = digits.with(at, digits[at + 1]!).with(at + 1, digits[at]!);
        const wrong = `NL${swapped.join('')}${sum % 11}B01`;
        // What fails the one check may pass the other by chance, once in 97 times.
        if (!passes97(wrong)) expect(vatNumberFault(wrong)).toBe('digit');
      }),
    );
  });
});

function passes97(text: string): boolean {
  const digits = [...text].map((sign) => parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}
