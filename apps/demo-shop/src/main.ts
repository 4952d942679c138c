import { readFileSync } from 'node:fs';
import { Toonbank } from '@toonbank/sdk';
import * as z from 'zod';
import { Sales } from './sales';
import { startShop } from './shop';

const Settings = z.object({
  PORT: z.coerce.number().int().default(4400),
  HOST: z.string().default('127.0.0.1'),
  /** Where Toonbank is reached from here. */
  TOONBANK_URL: z.url(),
  /** Origin of the bank's payment pages, as the shopper's browser sees it. */
  BANK_ORIGIN: z.url(),
  /** What the demo issued (SEED_OUTPUT of apps/api): the keys of its webshop. */
  DEMO_FILE: z.string(),
  SHOP_BOOKS: z.string().default('.toonbank/demo-shop.sqlite'),
  LOG_LEVEL: z.string().default('info'),
});

const Demo = z.object({
  webshop: z.object({ id: z.string(), apiKey: z.string(), signingKey: z.string() }),
});

const settings = Settings.parse(process.env);
const { webshop } = Demo.parse(JSON.parse(readFileSync(settings.DEMO_FILE, 'utf8')));
const shop = await startShop({
  port: settings.PORT,
  host: settings.HOST,
  publicUrl: settings.HOST === '127.0.0.1' ? undefined : `http://127.0.0.1:${settings.PORT}`,
  toonbank: new Toonbank({
    baseUrl: settings.TOONBANK_URL,
    apiKey: webshop.apiKey,
    webshopId: webshop.id,
    signingKey: webshop.signingKey,
  }),
  sales: new Sales(settings.SHOP_BOOKS, Date.now()),
  bankOrigin: new URL(settings.BANK_ORIGIN).origin,
  logLevel: settings.LOG_LEVEL,
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void shop.close().then(() => process.exit(0)));
}
