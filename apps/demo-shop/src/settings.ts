import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** The webshop that the shop sells for, as the portal tells a developer. */
const Webshop = z.object({ id: z.string(), apiKey: z.string(), signingKey: z.string() });

const Variables = z.object({
  PORT: z.coerce.number().int().default(4400),
  HOST: z.string().default('127.0.0.1'),
  /** Where Toonbank is reached from here. */
  TOONBANK_URL: z.url(),
  /** Origin of the bank's payment pages, as the shopper's browser sees it. */
  BANK_ORIGIN: z.url(),
  /** A webshop of one's own: its id, an API key of it and its virtual signing key. */
  TOONBANK_WEBSHOP_ID: z.string().optional(),
  TOONBANK_API_KEY: z.string().optional(),
  TOONBANK_SIGNING_KEY: z.string().optional(),
  /** Else what the demo issued (SEED_OUTPUT of apps/api): the keys of its webshop. */
  DEMO_FILE: z.string().optional(),
  SHOP_BOOKS: z.string().optional(),
  LOG_LEVEL: z.string().default('info'),
});
type Variables = z.infer<typeof Variables>;

const whose = {
  id: 'TOONBANK_WEBSHOP_ID',
  apiKey: 'TOONBANK_API_KEY',
  signingKey: 'TOONBANK_SIGNING_KEY',
} as const;

/** What the shop is told when it starts. Throws in words of what is missing, without a key in them. */
export function readSettings(env: NodeJS.ProcessEnv) {
  const given = Variables.parse(env);
  const webshop = webshopOf(given);
  // Two shops on one machine: the sales of one are unknown to the webshop of the other.
  const books = given.SHOP_BOOKS ?? `.toonbank/demo-shop-${webshop.id}.sqlite`;
  return { ...given, SHOP_BOOKS: books, webshop };
}

function webshopOf(given: Variables): z.infer<typeof Webshop> {
  const own = {
    id: given.TOONBANK_WEBSHOP_ID,
    apiKey: given.TOONBANK_API_KEY,
    signingKey: given.TOONBANK_SIGNING_KEY,
  };
  const names = Object.keys(whose) as (keyof typeof whose)[];
  const missing = names.filter((name) => !own[name]).map((name) => whose[name]);
  if (missing.length === 0) return Webshop.parse(own);
  // Half of a webshop of one's own never sells for the demo's instead.
  if (missing.length < names.length || !given.DEMO_FILE) {
    const all = Object.values(whose).join(', ');
    throw new Error(
      `Missing: ${missing.join(', ')}. The shop needs ${all}, from the page of the webshop in the portal; or DEMO_FILE, to sell for the demo's webshop.`,
    );
  }
  const demo = z.object({ webshop: Webshop });
  return demo.parse(JSON.parse(readFileSync(given.DEMO_FILE, 'utf8'))).webshop;
}
