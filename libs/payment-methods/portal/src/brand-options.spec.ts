import { catalogue } from '@toonbank/payment-methods/contract';
import { describe, expect, it } from 'vitest';
import { brandOptions } from './brand-options';

const known = catalogue.map(({ brand }) => brand);
const brandsOf = (seen: readonly (string | undefined)[]) =>
  brandOptions(seen).map(({ brand }) => brand);

describe('the brands that can be chosen', () => {
  it('are those we know, each once', () => {
    expect(brandsOf([undefined, 'VISA', 'VISA'])).toEqual(known);
  });

  // The bank adds brands before we know them: a list of the catalogue alone had none of them to choose.
  it('are followed by those that were seen, by the name of the bank', () => {
    expect(brandsOf(['WERO', 'KLARNA', 'IDEAL', 'WERO'])).toEqual([...known, 'KLARNA', 'WERO']);
    expect(brandOptions(['WERO']).at(-1)).toMatchObject({ brand: 'WERO', name: 'WERO' });
  });

  it.each(['', 'wero', '<b>', ' VISA', 'A'.repeat(51)])('are no %j from an address', (typed) => {
    expect(brandsOf([typed])).toEqual(known);
  });
});
