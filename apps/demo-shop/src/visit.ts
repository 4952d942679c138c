import type { Html } from '@toonbank/primitives';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Cart, readCart, writeCart } from './cart';
import { frame, type Visit } from './frame';
import { toldPage } from './sale-pages';
import { type Language, languages, preferred, words } from './words';

const kept = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** Who looks, read from the address and the cookies of the request. */
export function visitOf(request: FastifyRequest): Visit {
  const [, first = '', ...rest] = request.url.replace(/[?#].*/, '').split('/');
  const isKnown = languages.includes(first as Language);
  const language = isKnown ? (first as Language) : preferred(request.headers['accept-language']);
  // What the page of an unknown address would link to is up to whoever typed it.
  const at = isKnown && /^[\w/]*$/.test(rest.join('/')) ? rest.join('/') : '';
  return { words: words[language], at, cart: readCart(request.cookies?.['cart']) };
}

/** Notes for which sale this browser's cart is being paid: once that is paid, the cart is empty. */
export function keepPaying(reply: FastifyReply, number: string): void {
  void reply.setCookie('paying', number, kept);
}

export function sendPage(reply: FastifyReply, visit: Visit, page: { title: string; main: Html }) {
  return reply.type('text/html; charset=utf-8').send(frame(visit, page.title, page.main));
}

/** The browser keeps it. Whatever is being paid for is another cart from now on. */
export function keepCart(reply: FastifyReply, cart: Cart): void {
  void reply.clearCookie('paying', kept);
  if (cart.length === 0) void reply.clearCookie('cart', kept);
  else void reply.setCookie('cart', writeCart(cart), kept);
}

/** A page that has nothing to show but a sentence and the way back. */
export function told(request: FastifyRequest, reply: FastifyReply, what: 'lost' | 'broken') {
  const visit = visitOf(request);
  const main = toldPage(visit.words, what);
  return sendPage(reply, visit, { title: visit.words[what].title, main });
}
