import { Toonbank } from '@toonbank/sdk';
import { Sales } from './sales';
import { readSettings } from './settings';
import { startShop } from './shop';

const { webshop, ...settings } = readSettings(process.env);
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
