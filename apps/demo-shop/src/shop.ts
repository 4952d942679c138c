import type { AddressInfo } from 'node:net';
import type { Toonbank } from '@toonbank/sdk';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { browsingRoutes } from './browsing.routes';
import { Checkout } from './checkout';
import { told } from './visit';
import { payingRoutes } from './paying.routes';
import { shopSvg } from './pictures';
import type { Sales } from './sales';
import { shopCss } from './shop-css';
import { shopScript } from './shop-script';

export interface ShopOptions {
  readonly port: number;
  readonly host: string;
  /** Where shoppers reach it; its own loopback address when left out. */
  readonly publicUrl?: string | undefined;
  readonly toonbank: Toonbank;
  readonly sales: Sales;
  /** Origin of the bank's pages: where a form may lead. */
  readonly bankOrigin: string;
  readonly logLevel: string;
}

/** Starts the shop. Port 0 takes a free one. */
export async function startShop(options: ShopOptions) {
  const { toonbank, sales, port, host } = options;
  const app = Fastify({
    logger: { level: options.logLevel },
    bodyLimit: 16 * 1024,
    forceCloseConnections: true,
  });
  const url = () =>
    options.publicUrl ?? `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const shop = { checkout: new Checkout(toonbank, sales, url), toonbank, sales };
  await app.register(cookie);
  protect(app, options.bankOrigin);
  readForms(app);
  files(app);
  browsingRoutes(app);
  payingRoutes(app, shop);
  app.setNotFoundHandler((request, reply) => told(request, reply.status(404), 'lost'));
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    return told(request, reply.status(status), status < 500 ? 'lost' : 'broken');
  });
  await app.listen({ port, host });
  return {
    url: url(),
    close: async () => {
      await app.close();
      sales.close();
    },
  };
}

/** Nothing from elsewhere, no frame, no inline script or style; forms lead here and to the bank. */
function protect(app: FastifyInstance, bankOrigin: string): void {
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self'`,
    `connect-src 'self'`,
    // Browsers hold the redirect after a form to it as well.
    `form-action 'self' ${bankOrigin}`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    // Another site's page may not put things in the cart, nor buy. (Programs send no such header.)
    const site = request.headers['sec-fetch-site'] ?? 'none';
    if (request.method === 'POST' && site !== 'same-origin' && site !== 'none') {
      return told(request, reply.status(403), 'lost');
    }
  });
}

function readForms(app: FastifyInstance): void {
  const form = 'application/x-www-form-urlencoded';
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(form, { parseAs: 'string' }, (_request, body, done) => {
    // Of several values the last: a button's comes behind the field it overrules.
    done(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
}

function files(app: FastifyInstance): void {
  const file = (path: string, type: string, text: string) =>
    app.get(path, (_request, reply) => reply.type(type).send(text));
  file('/shop.css', 'text/css; charset=utf-8', shopCss);
  file('/shop.js', 'text/javascript; charset=utf-8', shopScript);
  file('/shop.svg', 'image/svg+xml', shopSvg);
  app.get('/healthz', () => ({ status: 'alive' }));
}
