import { Brand, brandOf, catalogue, type KnownBrand } from '@toonbank/payment-methods/contract';

/** Those we know, then others that were seen: the bank adds brands. What is none is left out. */
export function brandOptions(seen: readonly (string | undefined)[]): readonly KnownBrand[] {
  const known = catalogue.map(({ brand }) => brand);
  const others = new Set(seen.filter(isBrand).filter((brand) => !known.includes(brand)));
  return [...catalogue, ...[...others].sort().map(brandOf)];
}

/** Whether this is one as the bank writes it; an address may say anything. */
export function isBrand(said: string | undefined): said is Brand {
  return Brand.safeParse(said).success;
}
