import * as z from 'zod';
import { laneOf } from './lanes';

/** A brand as the bank writes it. Data: the bank adds brands, and unknown ones are tolerated. */
export const Brand = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{0,49}$/, 'must be a brand as the bank writes it, such as IDEAL')
  .describe('Such as IDEAL; brands that Toonbank does not know yet are taken, too');
export type Brand = z.infer<typeof Brand>;

export const BrandKind = z.enum(['account', 'card', 'wallet', 'pay-later', 'other']);
export type BrandKind = z.infer<typeof BrandKind>;

/** Where its money comes from: the bank's account, or a party of its own (S14, S46). */
export const BrandLane = z.enum(['bank', 'paypal', 'billink']);
export type BrandLane = z.infer<typeof BrandLane>;

/** What is known of a brand before anybody asks the bank. */
export const KnownBrand = z
  .object({
    brand: Brand,
    name: z.string().describe('As shoppers know it; never a logo'),
    kind: BrandKind,
    lane: BrandLane,
    leadDays: z
      .object({ least: z.int().min(0), most: z.int().min(1) })
      .describe("Dutch working days from signing, by the bank's own word (S30)"),
    inSandbox: z.boolean().describe('Can be tried in the sandbox (S21)'),
  })
  .meta({ id: 'KnownBrand' });
export type KnownBrand = z.infer<typeof KnownBrand>;

export const BrandCatalogue = z
  .object({ brands: z.array(KnownBrand) })
  .meta({ id: 'BrandCatalogue' });
export type BrandCatalogue = z.infer<typeof BrandCatalogue>;

/** S30: iDEAL at most two working days, others five to ten. */
const idealDays = { least: 0, most: 2 };
const otherDays = { least: 5, most: 10 };

const card = { kind: 'card', leadDays: otherDays, inSandbox: true } as const;

/** S21, S32; names of brands seen at the bank so far. */
const known: readonly Omit<KnownBrand, 'lane'>[] = [
  { ...card, brand: 'IDEAL', name: 'iDEAL', kind: 'account', leadDays: idealDays },
  { brand: 'VISA', name: 'Visa', ...card },
  { brand: 'MASTERCARD', name: 'Mastercard', ...card },
  { brand: 'MAESTRO', name: 'Maestro', ...card },
  { brand: 'V_PAY', name: 'V PAY', ...card },
  { ...card, brand: 'BANCONTACT', name: 'Bancontact', kind: 'account' },
  { ...card, brand: 'APPLE_PAY', name: 'Apple Pay', kind: 'wallet', inSandbox: false },
  { ...card, brand: 'PAYPAL', name: 'PayPal', kind: 'wallet' },
  {
    ...card,
    brand: 'BILLINK',
    name: 'Billink',
    kind: 'pay-later',
    inSandbox: false,
  },
];

export const catalogue: readonly KnownBrand[] = known.map((entry) => ({
  ...entry,
  lane: laneOf(entry.brand),
}));

/** An unknown brand is called as the bank calls it, and takes as long as others do. */
export function brandOf(brand: string): KnownBrand {
  const listed = catalogue.find((entry) => entry.brand === brand);
  if (listed) return listed;
  const rest = { kind: 'other', leadDays: otherDays, inSandbox: false } as const;
  return { brand, name: brand, lane: laneOf(brand), ...rest };
}
