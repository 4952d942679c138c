import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import type { Bank } from './bank-parts';
import { html } from './html';
import { outcomes } from './orders';
import {
  brandPage,
  offered,
  outcomePage,
  resultPage,
  returnUrl,
  shopperPage,
} from './payment-pages';
import type { OrderRow } from './rows';
import { wordsFor } from './words';

const Shown = z.object({ token: z.string(), lang: z.string().default('en') });
const Chosen = Shown.extend({ brand: z.string() });
const Settled = Shown.extend({ payment: z.string(), outcome: z.enum(outcomes) });

/** The hosted payment pages: what a shopper sees between the shop and the shop. */
export function paymentRoutes(app: FastifyInstance, bank: Bank): void {
  const show = (request: { query: unknown }, reply: FastifyReply) => {
    const { token, lang } = Shown.parse(request.query);
    return withOrder(bank, token, lang, reply, (order) => start(bank, order, lang, reply));
  };
  for (const folder of ['omnikassa', 'omnikassa-sandbox']) {
    app.get(`/${folder}/:lang/payment-brand`, show);
  }
  app.post('/omnikassa/pay', (request, reply) => {
    const { token, lang, brand } = Chosen.parse(request.body);
    return withOrder(bank, token, lang, reply, (order) => {
      if (!offered(bank, order).includes(brand)) return start(bank, order, lang, reply);
      return attempt(bank, order, brand, lang, reply);
    });
  });
  app.post('/omnikassa/cancel', (request, reply) => {
    const { token, lang } = Shown.parse(request.body);
    return withOrder(bank, token, lang, reply, (order) =>
      finish(bank, bank.orders.settle(order, undefined, 'cancelled'), lang, reply),
    );
  });
  app.post('/omnikassa/outcome', (request, reply) => {
    const { token, lang, payment: id, outcome } = Settled.parse(request.body);
    return withOrder(bank, token, lang, reply, (order) => {
      const payment = bank.orders
        .payments(order.id)
        .find((p) => p.id === id && p.status === 'OPEN');
      if (!payment) return start(bank, order, lang, reply);
      const after = bank.orders.settle(order, payment, outcome);
      if (outcome === 'failed') return start(bank, after, lang, reply);
      return finish(bank, after, lang, reply);
    });
  });
}

function page(bank: Bank, order: OrderRow, lang: string, reply: FastifyReply, main: object) {
  const words = wordsFor(lang);
  const isSandbox = bank.webshops.get(order.webshop_id)?.environment === 'sandbox';
  const title = `${words.pay} · ${order.merchant_order_id}`;
  return reply
    .type('text/html; charset=utf-8')
    .send(shopperPage(words, title, isSandbox, main as ReturnType<typeof html>));
}

/** Where the shopper stands: choosing, or done (a page that is opened again after the end). */
function start(bank: Bank, order: OrderRow, lang: string, reply: FastifyReply): FastifyReply {
  if (order.status !== 'IN_PROGRESS') return finish(bank, order, lang, reply);
  const [only, ...others] = offered(bank, order);
  const isForced = order.brand !== null && only !== undefined && others.length === 0;
  const isFirst = bank.orders.payments(order.id).length === 0;
  if (isForced && isFirst) return attempt(bank, order, only, lang, reply);
  return page(bank, order, lang, reply, brandPage(bank, order, wordsFor(lang)));
}

function attempt(bank: Bank, order: OrderRow, brand: string, lang: string, reply: FastifyReply) {
  if (order.status !== 'IN_PROGRESS') return finish(bank, order, lang, reply);
  const payment = bank.orders.attempt(order, brand);
  return page(bank, order, lang, reply, outcomePage(bank, order, payment, wordsFor(lang)));
}

function finish(bank: Bank, order: OrderRow, lang: string, reply: FastifyReply): FastifyReply {
  if (order.skip_result) return reply.redirect(returnUrl(bank, order), 303);
  return page(bank, order, lang, reply, resultPage(bank, order, wordsFor(lang)));
}

function withOrder(
  bank: Bank,
  token: string,
  lang: string,
  reply: FastifyReply,
  work: (order: OrderRow) => FastifyReply,
): FastifyReply {
  const order = bank.orders.byPageToken(token);
  if (order) return work(order);
  const words = wordsFor(lang);
  const main = html`<h1>${words.gone}</h1>
    <p>${words.goneMore}</p>`;
  return reply
    .status(404)
    .type('text/html; charset=utf-8')
    .send(shopperPage(words, words.gone, false, main));
}
