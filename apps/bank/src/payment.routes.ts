import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import type { Bank } from './bank-parts';
import { type Html, html } from '@toonbank/primitives';
import { outcomes } from './orders';
import {
  brandPage,
  offered,
  outcomePage,
  resultPage,
  returnUrl,
  shopperPage,
  type Visit,
} from './payment-pages';
import { type Words, wordsFor } from './words';

const Shown = z.object({ token: z.string(), lang: z.string().default('en') });
const Chosen = Shown.extend({ brand: z.string() });
const Settled = Shown.extend({ payment: z.string(), outcome: z.enum(outcomes) });

/** A shopper's visit that is to be answered. */
interface Call extends Visit {
  readonly reply: FastifyReply;
}

/** The hosted payment pages: what a shopper sees between the shop and the shop. */
export function paymentRoutes(app: FastifyInstance, bank: Bank): void {
  const visited = (shown: z.infer<typeof Shown>, reply: FastifyReply) => {
    const order = bank.orders.byPageToken(shown.token);
    const words = wordsFor(shown.lang);
    return order ? { bank, order, words, reply } : undefined;
  };
  const gone = (lang: string, reply: FastifyReply) => notThere(wordsFor(lang), reply);

  const show = (request: { query: unknown }, reply: FastifyReply) => {
    const shown = Shown.parse(request.query);
    const call = visited(shown, reply);
    return call ? start(call) : gone(shown.lang, reply);
  };
  for (const folder of ['omnikassa', 'omnikassa-sandbox']) {
    app.get(`/${folder}/:lang/payment-brand`, show);
  }
  app.post('/omnikassa/pay', (request, reply) => {
    const chosen = Chosen.parse(request.body);
    const call = visited(chosen, reply);
    if (!call) return gone(chosen.lang, reply);
    const isOffered = offered(bank, call.order).includes(chosen.brand);
    return isOffered ? attempt(call, chosen.brand) : start(call);
  });
  app.post('/omnikassa/cancel', (request, reply) => {
    const shown = Shown.parse(request.body);
    const call = visited(shown, reply);
    if (!call) return gone(shown.lang, reply);
    return finish({ ...call, order: bank.orders.settle(call.order, undefined, 'cancelled') });
  });
  app.post('/omnikassa/outcome', (request, reply) => {
    const settled = Settled.parse(request.body);
    const call = visited(settled, reply);
    return call ? settle(call, settled) : gone(settled.lang, reply);
  });
}

function settle(call: Call, { payment: id, outcome }: z.infer<typeof Settled>): FastifyReply {
  const { bank, order } = call;
  const payment = bank.orders.payments(order.id).find((p) => p.id === id && p.status === 'OPEN');
  if (!payment) return start(call);
  const after = { ...call, order: bank.orders.settle(order, payment, outcome) };
  return outcome === 'failed' ? start(after) : finish(after);
}

/** Where the shopper stands: choosing, or done (a page that is opened again after the end). */
function start(call: Call): FastifyReply {
  const { bank, order } = call;
  if (order.status !== 'IN_PROGRESS') return finish(call);
  const [only, ...others] = offered(bank, order);
  const isForced = order.brand !== null && only !== undefined && others.length === 0;
  const isFirst = bank.orders.payments(order.id).length === 0;
  return isForced && isFirst ? attempt(call, only) : page(call, brandPage(call));
}

function attempt(call: Call, brand: string): FastifyReply {
  const { bank, order } = call;
  if (order.status !== 'IN_PROGRESS') return finish(call);
  return page(call, outcomePage(call, bank.orders.attempt(order, brand)));
}

function finish(call: Call): FastifyReply {
  const { bank, order, reply } = call;
  if (order.skip_result) return reply.redirect(returnUrl(bank, order), 303);
  return page(call, resultPage(call));
}

function page({ bank, order, words, reply }: Call, main: Html): FastifyReply {
  const isSandbox = bank.webshops.get(order.webshop_id)?.environment === 'sandbox';
  const title = `${words.pay} · ${order.merchant_order_id}`;
  return reply
    .type('text/html; charset=utf-8')
    .send(shopperPage({ words, title, isSandbox, main }));
}

function notThere(words: Words, reply: FastifyReply): FastifyReply {
  const main = html`<h1>${words.gone}</h1>
    <p>${words.goneMore}</p>`;
  const frame = { words, title: words.gone, isSandbox: false, main };
  return reply.status(404).type('text/html; charset=utf-8').send(shopperPage(frame));
}
