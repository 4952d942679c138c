import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bankTime, type ResultsVersion } from '@toonbank/smart-pay';
import { answering, bearer, before, cutOff } from './answering';
import { BankRefusal, notAuthenticated } from './bank-error';
import type { Bank } from './bank-parts';
import type { Misdeed } from './misdeeds';
import { refundRoutes } from './refund.routes';

const eventPath = 'order/server/api/events/results/:eventName';
const eventPathV2 = 'order/server/api/v2/events/results/:eventName';
const prefixes = ['/omnikassa-api', '/omnikassa-api-sandbox', ''];

/** The wire protocol, under every prefix that a published client asks for. */
export function wireRoutes(app: FastifyInstance, bank: Bank): void {
  for (const prefix of prefixes) {
    app.get(`${prefix}/gatekeeper/refresh`, (q, r) => refresh(bank, q, r));
    app.post(`${prefix}/order/server/api/v2/order`, (q, r) => announce(bank, q, r));
    app.get(`${prefix}/${eventPath}`, results(bank, 1));
    app.get(`${prefix}/${eventPathV2}`, results(bank, 2));
    app.get(`${prefix}/order/server/api/payment-brands`, (q, r) => brands(bank, q, r));
    app.get(`${prefix}/v2/orders/:id`, (q) => orderById(bank, q));
    refundRoutes(app, bank, prefix);
  }
}

async function refresh(bank: Bank, request: FastifyRequest, reply: FastifyReply) {
  const known = bank.webshops.byRefreshToken(bearer(request));
  const webshop = known && bank.doors.know(known.environment, request) ? known : undefined;
  return answering({ bank, call: 'refresh', webshop, reply }, () => {
    if (!webshop) throw notAuthenticated();
    const { token, expiresAt } = bank.webshops.newAccessToken(webshop.id);
    const durationInMillis = bank.dials.get().accessTokenMs;
    return { token, validUntil: compactTime(expiresAt), durationInMillis };
  });
}

/** This answer alone writes the offset without a colon. */
function compactTime(at: number): string {
  return bankTime(new Date(at)).replace(/:(\d\d)$/, '$1');
}

async function announce(bank: Bank, request: FastifyRequest, reply: FastifyReply) {
  const webshop = bank.webshops.byAccessToken(bearer(request));
  return answering({ bank, call: 'announce', webshop, reply }, () => {
    if (!webshop) throw notAuthenticated();
    const { id, pageToken, language } = bank.announcing.announce(webshop, request.body);
    void reply.status(201);
    const folder = webshop.environment === 'sandbox' ? 'omnikassa-sandbox' : 'omnikassa';
    const lang = language === 'NL' ? 'nl' : 'en';
    const query = new URLSearchParams({ token: pageToken, lang });
    const redirectUrl = `${bank.url()}/${folder}/${lang}/payment-brand?${query.toString()}`;
    return { redirectUrl, omnikassaOrderId: id };
  });
}

function results(bank: Bank, version: ResultsVersion) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const token = bank.handOuts.token(bearer(request));
    const misdeeds = bank.misdeeds.take('results', token?.webshop.id);
    const early = await before(misdeeds, reply);
    if (early) return reply;
    if (!token) throw notAuthenticated();
    const has = (kind: Misdeed['kind']) => misdeeds.some((misdeed) => misdeed.kind === kind);
    const page = bank.handOuts.next(token, version, (body) => ({
      ...body,
      ...(has('wrong-signature') ? { signature: '0'.repeat(128) } : {}),
      ...(has('unknown-fields') ? { novelty: { of: 'the bank' } } : {}),
    }));
    if (has('lost-answer')) {
      reply.raw.destroy();
      return reply;
    }
    reply.raw.on('finish', () => bank.handOuts.complete(page.id));
    if (has('reset')) return cutOff(reply, page.body);
    return reply.type('application/json; charset=utf-8').send(page.body);
  };
}

async function brands(bank: Bank, request: FastifyRequest, reply: FastifyReply) {
  const webshop = bank.webshops.byAccessToken(bearer(request));
  return answering({ bank, call: 'brands', webshop, reply }, () => {
    if (!webshop) throw notAuthenticated();
    const all = Object.entries(JSON.parse(webshop.brands) as Record<string, string>);
    return { paymentBrands: all.map(([name, status]) => ({ name, status })) };
  });
}

/** For missed notifications only, and not in the sandbox. */
function orderById(bank: Bank, request: FastifyRequest) {
  const webshop = bank.webshops.byAccessToken(bearer(request));
  if (!webshop) throw notAuthenticated();
  const { id } = request.params as { id: string };
  const order = bank.orders.get(id);
  if (webshop.environment === 'sandbox' || order?.webshop_id !== webshop.id) {
    throw new BankRefusal(404, 5904, { errorMessage: 'Order not found' });
  }
  const money = (amount: number) => ({ currency: order.currency, amount: String(amount) });
  return {
    order: {
      id: order.id,
      merchantOrderId: order.merchant_order_id,
      status: order.status,
      totalAmount: money(order.amount),
      transactions: bank.orders.payments(order.id).map((payment) => ({
        id: payment.id,
        paymentBrand: payment.brand,
        type: 'PAYMENT',
        status: payment.status,
        amount: money(payment.amount),
        createdAt: bankTime(new Date(payment.started_at)),
        lastUpdatedAt: bankTime(new Date(payment.updated_at)),
      })),
    },
  };
}
