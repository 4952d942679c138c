import { expect, it } from 'vitest';
import { holdsIban } from './iban';

it.each([
  ['NL91ABNA0417164300', true],
  ['nl91 abna 0417 1643 00', true],
  ['NL91-ABNA-0417-1643-00', true],
  ['NL91 ABNA 0417 1643 00', true],
  ['Naar NL91ABNA0417164300, van de koper', true],
  ['IBAN:NL91ABNA0417164300', true],
  ['IBANNL91ABNA0417164300jan', true],
  ['1182 NL91 ABNA 0417 1643 00 2026', true],
  ['BE68 5390 0754 7034', true],
  ['DE89 3704 0044 0532 0130 00', true],
  ['FR14 2004 1010 0505 0001 3M02 606', true],
  ['GB82 WEST 1234 5698 7654 32', true],
  ['MT84 MALT 0110 0001 2345 MTLC AST0 01S', true],
  ['NO93 8601 1117 947', true],
  // One digit is wrong: somebody's number all the same perhaps, but nobody can tell.
  ['NL91ABNA0417164301', false],
  ['NL91ABNA041716430', false],
  // Right by its digits, and of no country that has them.
  ['ZZ91ABNA0417164300', false],
  ['Retour 1182', false],
  ['NL1182-2026', false],
  ['', false],
])('finds the account number in "%s": %s', (text, isThere) => {
  expect(holdsIban(text)).toBe(isThere);
});
