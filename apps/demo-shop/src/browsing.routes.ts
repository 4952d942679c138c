import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { withQuantity } from './cart';
import { beginningOf, isNumber, newNumber } from './checkout';
import { goodOf } from './goods';
import { cartPage, checkoutPage, goodsPage } from './pages';
import { keepCart, sendPage, visitOf } from './visit';
import { languages, preferred } from './words';

const text = z.string().optional().catch(undefined);
const Change = z
  .object({ add: text, set: text, quantity: z.coerce.number().catch(0) })
  .catch({ quantity: 0 });
const Shown = z.object({ added: text, changed: text }).catch({});

/** Looking around, filling the cart, getting ready to pay: nothing here is kept by the shop. */
export function browsingRoutes(app: FastifyInstance): void {
  app.get('/', (request, reply) =>
    reply.redirect(`/${preferred(request.headers['accept-language'])}/`, 303),
  );
  for (const language of languages) {
    app.get(`/${language}/`, showGoods);
    app.get(`/${language}`, (_request, reply) => reply.redirect(`/${language}/`, 303));
    app.get(`/${language}/cart`, showCart);
    app.post(`/${language}/cart`, changeCart);
    app.get(`/${language}/checkout`, showCheckout);
  }
}

function showGoods(request: FastifyRequest, reply: FastifyReply) {
  const visit = visitOf(request);
  const added = goodOf(Shown.parse(request.query).added ?? '');
  return sendPage(reply, visit, {
    title: visit.words.slogan,
    main: goodsPage(visit, added),
  });
}

function showCart(request: FastifyRequest, reply: FastifyReply) {
  const visit = visitOf(request);
  return sendPage(reply, visit, { title: visit.words.cart, main: cartPage(visit) });
}

/** `add` one of a good, or `set` how many of it. Answered with a redirect, so a reload repeats nothing. */
function changeCart(request: FastifyRequest, reply: FastifyReply) {
  const { cart, words } = visitOf(request);
  const change = Change.parse(request.body);
  const good = goodOf(change.add ?? change.set ?? '');
  if (!good) return reply.redirect(`/${words.language}/cart`, 303);
  const had = cart.find((line) => line.good === good)?.quantity ?? 0;
  const wanted = change.add ? had + 1 : change.quantity;
  keepCart(reply, withQuantity(cart, good, wanted));
  const next = change.add ? `?added=${good.id}` : 'cart';
  return reply.redirect(`/${words.language}/${next}`, 303);
}

function showCheckout(request: FastifyRequest, reply: FastifyReply) {
  const visit = visitOf(request);
  if (visit.cart.length === 0) return reply.redirect(`/${visit.words.language}/cart`, 303);
  const changed = Shown.parse(request.query).changed !== undefined;
  // Back from the bank with the same cart, it is still the same sale.
  const paying = request.cookies['paying'];
  const number = paying && isNumber(paying) ? beginningOf(paying) : newNumber();
  const main = checkoutPage(visit, number, changed);
  return sendPage(reply, visit, { title: visit.words.checkout, main });
}
