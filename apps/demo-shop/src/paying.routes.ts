import { ProblemError, SignatureError, type Toonbank, ToonbankError } from '@toonbank/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { total, writeCart } from './cart';
import { brands, type Checkout, isNumber, isSettled, numberFor } from './checkout';
import type { Visit } from './frame';
import { downPage, refusedPage, salePage, toldPage } from './sale-pages';
import type { Sale, Sales } from './sales';
import { keepCart, keepPaying, sendPage, visitOf } from './visit';
import { languages } from './words';

const Pay = z.object({
  number: z.string().refine(isNumber),
  cents: z.coerce.number().int(),
  brand: z.enum(brands).catch(''),
});

/** The parts of the shop that have to do with money. */
export interface Shop {
  readonly checkout: Checkout;
  readonly toonbank: Toonbank;
  readonly sales: Sales;
}

/** Paying, coming back, and how it stands. */
export function payingRoutes(app: FastifyInstance, shop: Shop): void {
  for (const language of languages) {
    app.post(`/${language}/pay`, (request, reply) => pay(shop, request, reply));
    app.get(`/${language}/orders/:number`, (request, reply) => show(shop, request, reply));
  }
  app.get('/thanks', (request, reply) => thanks(shop, request, reply));
}

/** A second click finds the sale of the first, and is sent to the same page of the bank. */
async function pay(shop: Shop, request: FastifyRequest, reply: FastifyReply) {
  const visit = visitOf(request);
  const { language } = visit.words;
  const asked = Pay.safeParse(request.body);
  if (!asked.success) return reply.redirect(`/${language}/checkout`, 303);
  const sale = shop.sales.find(asked.data.number) ?? begin(shop, visit, asked.data);
  // Filled further in another tab: show what it costs now before anything is asked of the bank.
  if (!sale) return reply.redirect(`/${language}/checkout?changed=1`, 303);
  try {
    const next = await shop.checkout.pay(sale);
    if (writeCart(visit.cart) === sale.cart) keepPaying(reply, sale.number);
    return reply.redirect(next ?? `/${language}/orders/${sale.number}`, 303);
  } catch (error) {
    if (!(error instanceof ToonbankError)) throw error;
    return failed(sale, error, { request, reply });
  }
}

/** The sale of the cart in one way to pay, new or known; `undefined` when it costs something else now. */
function begin({ sales }: Shop, { cart, words }: Visit, asked: z.infer<typeof Pay>) {
  const { cents, brand } = asked;
  if (cart.length === 0 || total(cart) !== cents) return undefined;
  const number = numberFor(asked.number, brand);
  const { language } = words;
  const sale = { number, cart: writeCart(cart), cents, language, brand: brand || null };
  return sales.begin(sale, Date.now());
}

/** It did not work: never with a bare error, and always with a way on. */
function failed(
  sale: Sale,
  error: ToonbankError,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
) {
  const visit = visitOf(request);
  const { words } = visit;
  request.log.warn({ err: error, number: sale.number }, 'paying did not work');
  if (error instanceof ProblemError && !error.isTransient) {
    const main = refusedPage(words);
    return sendPage(reply.status(422), visit, { title: words.refused.title, main });
  }
  const main = downPage(words, sale);
  return sendPage(reply.status(503), visit, { title: words.down.title, main });
}

/** Where Toonbank sends the shopper. Verified, noted, and off to an address that says nothing. */
function thanks({ toonbank, sales }: Shop, request: FastifyRequest, reply: FastifyReply) {
  try {
    const { merchantOrderId, status } = toonbank.verifyReturn(request.url);
    const sale = sales.find(merchantOrderId);
    if (!sale) return reply.callNotFound();
    sales.returned(sale.number, status);
    return reply.redirect(`/${sale.language}/orders/${sale.number}`, 303);
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    const visit = visitOf(request);
    const main = toldPage(visit.words, 'notGenuine');
    return sendPage(reply.status(400), visit, { title: visit.words.notGenuine.title, main });
  }
}

async function show(shop: Shop, request: FastifyRequest, reply: FastifyReply) {
  const { number } = request.params as { number: string };
  const sale = shop.sales.find(number);
  if (!sale) return reply.callNotFound();
  const visit = visitOf(request);
  const state = await shop.checkout.state(sale);
  // Settled, so the next checkout is another sale; paid, so nothing is left in the cart. (A cart that
  // was changed since is another one.)
  const isTheirs = request.cookies['paying'] === number && isSettled(state);
  const shown = isTheirs && state === 'paid' ? { ...visit, cart: [] } : visit;
  if (isTheirs) keepCart(reply, shown.cart);
  const main = salePage(visit.words, sale, state);
  return sendPage(reply, shown, { title: visit.words.states[state].title, main });
}
