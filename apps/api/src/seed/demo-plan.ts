import type { Environment } from '@toonbank/primitives';

/** A demo webshop: how many orders it sells on an ordinary day, in which environments. */
export interface PlannedWebshop {
  readonly url: string;
  readonly perDay: number;
  readonly environments: readonly Environment[];
  /** Its keys run out so many days from now; left out: when the bank says. */
  readonly keysLiveDays?: number;
  /** Its refresh token does not tell when it expires: somebody has to look it up and type it. */
  readonly keysTellNoExpiry?: true;
  /** New keys of the bank were taken into use so many days ago, in production. */
  readonly renewedDays?: number;
  /** It has not sold for so many days: something for the overview to notice. */
  readonly quietDays?: number;
  /** Its last day, counted from today; one in the past has ended and has not sold since. */
  readonly lastDay?: number;
}

export interface PlannedMerchant {
  readonly name: string;
  readonly webshops: readonly PlannedWebshop[];
  /** Who pays the bank; left out: the merchant. */
  readonly bankIsPaidBy?: 'agency';
}

export interface PlannedAgency {
  readonly name: string;
  readonly email: string;
  readonly merchants: readonly PlannedMerchant[];
}

/** One that is ready and has sold nothing yet. */
function quiet(url: string): PlannedWebshop {
  return { url, perDay: 0, environments: ['production'] };
}

/** Plainly demo: no company, person or shop is meant. The first webshop is the one of the curl line. */
export const demoAgencies: readonly PlannedAgency[] = [
  {
    name: 'Demo Bureau Een',
    email: 'owner@demo-een.example',
    merchants: [
      {
        name: 'Demo Kaas',
        webshops: [
          {
            ...{ url: 'https://demo-kaas.example', perDay: 4, renewedDays: 1 },
            environments: ['sandbox', 'production'],
          },
          {
            ...{
              url: 'https://demo-kaas-zakelijk.example',
              perDay: 2,
              environments: ['production'],
            },
            lastDay: 36,
          },
        ],
      },
      {
        name: 'Demo Fiets',
        webshops: [
          { url: 'https://demo-fiets.example', perDay: 3, environments: ['production'] },
          {
            ...{
              url: 'https://demo-fiets-outlet.example',
              perDay: 1,
              environments: ['production'],
            },
            lastDay: -9,
          },
        ],
      },
      {
        name: 'Demo Boek',
        webshops: [
          {
            ...{ url: 'https://demo-boek.example', perDay: 1, environments: ['production'] },
            keysLiveDays: 25,
          },
          // Five URLs: two more than the bank's price includes.
          ...['studie', 'kind', 'kunst'].map((kind) => quiet(`https://demo-boek-${kind}.example`)),
          { ...quiet('https://demo-boek-reis.example'), keysTellNoExpiry: true },
        ],
        bankIsPaidBy: 'agency',
      },
      {
        name: 'Demo Tuin',
        webshops: [
          {
            ...{ url: 'https://demo-tuin.example', perDay: 2, environments: ['production'] },
            quietDays: 3,
          },
        ],
      },
    ],
  },
  {
    name: 'Demo Bureau Twee',
    email: 'owner@demo-twee.example',
    merchants: [
      {
        name: 'Demo Bloem',
        webshops: [{ url: 'https://demo-bloem.example', perDay: 2, environments: ['production'] }],
      },
    ],
  },
];

export const demoMerchantEmail = 'owner@demo-kaas.example';

/** How many days of the past are filled. */
export const demoDays = 21;

/** What becomes of an order at the bank; `left` stays open, `lost` never reached it. */
export type PlannedOutcome = 'paid' | 'cancelled' | 'expired' | 'refused' | 'left' | 'lost';

export interface PlannedOrder {
  readonly number: string;
  /** Cents. */
  readonly amount: number;
  readonly outcome: PlannedOutcome;
  readonly brand: string;
  /** Milliseconds after the start of its day. */
  readonly at: number;
}

const brands = ['IDEAL', 'IDEAL', 'IDEAL', 'IDEAL', 'VISA', 'MASTERCARD', 'BANCONTACT', 'PAYPAL'];
const hour = 3_600_000;

/** The orders of one webshop on one day, always the same for the same day: day 0 is today. */
export function ordersOfDay(webshop: PlannedWebshop, day: number): PlannedOrder[] {
  const sinceLast = Math.max(webshop.quietDays ?? 0, -(webshop.lastDay ?? 0));
  if (day < sinceLast || webshop.perDay === 0) return [];
  const random = seeded(`${webshop.url} ${day}`);
  const busy = day % 7 < 2 ? 1.5 : 1;
  const count = Math.max(1, Math.round(webshop.perDay * busy * (0.6 + 0.8 * random())));
  return Array.from({ length: count }, (_, index) => ({
    number: `D${String(demoDays - day).padStart(2, '0')}${prefixOf(webshop.url)}${String(index + 1).padStart(3, '0')}`,
    amount: 500 + Math.floor(random() * random() * 24_000),
    outcome: outcomeOf(random(), day, index),
    brand: brandOf(random(), day, index),
    at: Math.floor((8 + (13 * (index + random())) / count) * hour),
  }));
}

function outcomeOf(chance: number, day: number, index: number): PlannedOutcome {
  if (day === 2 && index === 1) return 'lost';
  if (day === 0 && index === 0) return 'left';
  if (elsewhere(day, index)) return 'paid';
  if (chance < 0.78) return 'paid';
  if (chance < 0.88) return 'cancelled';
  return chance < 0.97 ? 'expired' : 'refused';
}

function brandOf(chance: number, day: number, index: number): string {
  return elsewhere(day, index) ?? brands[Math.floor(chance * brands.length)]!;
}

/**
 * Yesterday somebody paid by a brand that a person gives back, whatever chance has: a day of the past is
 * whole at every hour of today.
 */
function elsewhere(day: number, index: number): string | undefined {
  return day === 1 ? ['PAYPAL', 'BANCONTACT'][index] : undefined;
}

function prefixOf(url: string): string {
  return new URL(url).hostname
    .replace(/^demo-|\.example$/g, '')
    .replaceAll('-', '')
    .slice(0, 5)
    .toUpperCase();
}

/** A small repeatable source of numbers in [0, 1). */
function seeded(text: string): () => number {
  let state = [...text].reduce((sum, c) => (Math.imul(sum, 31) + c.charCodeAt(0)) | 0, 7);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
