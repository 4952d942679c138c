import { countrySpecs, isValidIBAN } from 'ibantools';

/** The letters of a country and two check digits; looked ahead for, as one may begin inside another. */
const beginning = /(?=([A-Z]{2})\d{2})/g;

/**
 * Whether a text holds an account number (IBAN) of the form of its country and with right check digits,
 * however it is spaced. Nobody's is kept (S33), so where free text is stored it is refused.
 */
export function holdsIban(text: string): boolean {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return [...bare.matchAll(beginning)].some(({ 1: country, index }) => {
    const length = countrySpecs[country!]?.chars;
    return !!length && isValidIBAN(bare.slice(index, index + length));
  });
}
