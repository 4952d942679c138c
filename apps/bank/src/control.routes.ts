import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import type { Bank } from './bank-parts';
import { NewMisdeed } from './misdeeds';
import { outcomes } from './orders';
import type { KeyPairRow, OrderRow, WebshopRow } from './rows';
import { Settings } from './settings';

const Environment = z.enum(['sandbox', 'production']);
const NewMerchant = z.strictObject({ name: z.string().min(1).max(100) });
const NewWebshop = z.strictObject({
  merchantId: z.string(),
  name: z.string().min(1).max(100),
  environment: Environment,
  poiId: z.int().min(1).optional(),
  webhookUrl: z.url().optional(),
});
const WebshopChange = z.strictObject({
  webhookUrl: z.url().nullable().optional(),
  brands: z.record(z.string(), z.enum(['Active', 'Inactive'])).optional(),
});
const Renewal = z.strictObject({
  replace: z.enum(['at-once', 'overlap']).default('at-once'),
  hours: z.int().min(1).max(8_760).default(24),
});
const Outcome = z.strictObject({
  outcome: z.enum(outcomes),
  brand: z.string().default('IDEAL'),
});
const Outcomes = Outcome.extend({ limit: z.int().min(1).max(100_000).default(100_000) });
const RefundEnd = z.strictObject({ outcome: z.enum(['SUCCEEDED', 'FAILED', 'UNKNOWN']) });
const Advance = z.strictObject({ ms: z.int().min(0) });
const Filter = z.object({ webshopId: z.string().optional() });

/** What the controls refuse, and why. */
class ControlProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Makes merchants, keys, outcomes and trouble. For development and tests; nothing of it exists at the real bank. */
export async function controlRoutes(app: FastifyInstance, bank: Bank): Promise<void> {
  app.setErrorHandler((error: Error, _request, reply: FastifyReply) => {
    const status =
      error instanceof ControlProblem ? error.status : error instanceof z.ZodError ? 422 : 500;
    const detail = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
    return reply.status(status).send({ status, detail });
  });
  merchantRoutes(app, bank);
  orderRoutes(app, bank);
  troubleRoutes(app, bank);
}

function merchantRoutes(app: FastifyInstance, bank: Bank): void {
  app.get('/merchants', () => bank.webshops.merchants());
  app.post('/merchants', ({ body }, reply) => {
    void reply.status(201);
    return bank.webshops.addMerchant(NewMerchant.parse(body).name);
  });
  app.get('/webshops', () => bank.webshops.list().map((webshop) => toWire(webshop)));
  app.post('/webshops', ({ body }, reply) => {
    const made = bank.webshops.add(NewWebshop.parse(body));
    void reply.status(201);
    return toWire(made, made.pair);
  });
  app.patch('/webshops/:id', ({ params, body }) => {
    const webshop = find(bank, params);
    bank.webshops.change(webshop.id, WebshopChange.parse(body));
    return toWire(find(bank, params));
  });
  app.get('/webshops/:id/keys', ({ params }) =>
    bank.webshops.activePairs(find(bank, params).id).map(pairToWire),
  );
  app.post('/webshops/:id/keys', ({ params, body }, reply) => {
    const { replace, hours } = Renewal.parse(body ?? {});
    void reply.status(201);
    return pairToWire(
      bank.webshops.renew(find(bank, params).id, replace === 'overlap' ? hours : 0),
    );
  });
}

function orderRoutes(app: FastifyInstance, bank: Bank): void {
  app.get('/orders', ({ query }) =>
    bank.orders.list(Filter.parse(query).webshopId).map(orderToWire),
  );
  app.post('/orders/:id/outcome', ({ params, body }) => {
    const { outcome, brand } = Outcome.parse(body);
    const order = bank.orders.get((params as { id: string }).id);
    if (!order) throw new ControlProblem(404, 'No such order.');
    if (order.status !== 'IN_PROGRESS')
      throw new ControlProblem(409, `The order is ${order.status}.`);
    return orderToWire(bank.orders.settle(order, bank.orders.attempt(order, brand), outcome));
  });
  app.post('/webshops/:id/outcomes', ({ params, body }) => {
    const { outcome, brand, limit } = Outcomes.parse(body);
    const open = bank.orders.open(find(bank, params).id).slice(0, limit);
    for (const order of open) bank.orders.settle(order, bank.orders.attempt(order, brand), outcome);
    return { settled: open.length };
  });
  app.get('/payments', () =>
    bank.ledger.rows('select id, order_id as orderId, brand, status, amount from payment'),
  );
  app.get('/refunds', () => bank.refunds.list());
  app.post('/refunds/:id/outcome', ({ params, body }, reply) => {
    const { outcome } = RefundEnd.parse(body);
    if (!bank.refunds.settle((params as { id: string }).id, outcome)) {
      throw new ControlProblem(404, 'No such refund.');
    }
    return reply.status(204).send();
  });
  app.post('/webshops/:id/notify', ({ params }, reply) => {
    bank.notifier.notify(find(bank, params));
    return reply.status(204).send();
  });
  app.get('/ledger', () => ledger(bank));
  app.get('/hand-outs', () => bank.handOuts.log());
  app.get('/notifications', () => bank.ledger.rows('select * from notification order by sent_at'));
}

function troubleRoutes(app: FastifyInstance, bank: Bank): void {
  app.get('/misdeeds', () => bank.misdeeds.planned());
  app.post('/misdeeds', ({ body }, reply) => {
    bank.misdeeds.plan(NewMisdeed.parse(body));
    return reply.status(204).send();
  });
  app.delete('/misdeeds', (_request, reply) => {
    bank.misdeeds.forget();
    return reply.status(204).send();
  });
  app.get('/settings', () => bank.dials.get());
  app.patch('/settings', ({ body }) => {
    const known = Settings.partial().parse(body);
    const given = Object.keys(body as object);
    return bank.dials.turn(Object.fromEntries(given.map((k) => [k, known[k as keyof Settings]])));
  });
  app.post('/clock/advance', ({ body }) => {
    const { ms } = Advance.parse(body);
    const { clockOffsetMs } = bank.dials.get();
    bank.dials.turn({ clockOffsetMs: clockOffsetMs + ms });
    return { now: new Date(bank.dials.now()).toISOString() };
  });
}

/** Orders and cents per webshop, brand and status: what our own figures must agree with. */
export function ledger(bank: Bank): object[] {
  return bank.ledger.rows(
    `select w.id as webshopId, w.poi_id as poiId, w.environment, o.status,
       coalesce((select p.brand from payment p where p.order_id = o.id
         order by p.started_at desc, p.rowid desc limit 1), '') as brand,
       count(*) as orders, sum(o.amount) as cents
     from payment_order o join webshop w on w.id = o.webshop_id
     group by 1, 2, 3, 4, 5 order by 2, 3, 4, 5`,
  );
}

function find(bank: Bank, params: unknown): WebshopRow {
  const webshop = bank.webshops.get((params as { id: string }).id);
  if (!webshop) throw new ControlProblem(404, 'No such webshop.');
  return webshop;
}

function toWire(webshop: WebshopRow, pair?: KeyPairRow): object {
  const { id, merchant_id: merchantId, name, poi_id: poiId, environment } = webshop;
  const brands = JSON.parse(webshop.brands) as object;
  const known = {
    id,
    merchantId,
    name,
    poiId,
    environment,
    webhookUrl: webshop.webhook_url,
    brands,
  };
  return pair ? { ...known, ...pairToWire(pair) } : known;
}

function pairToWire(pair: KeyPairRow) {
  return {
    refreshToken: pair.refresh_token,
    signingKey: pair.signing_key,
    issuedAt: new Date(pair.issued_at).toISOString(),
    expiresAt: new Date(pair.expires_at).toISOString(),
    endsAt: pair.ends_at === null ? null : new Date(pair.ends_at).toISOString(),
  };
}

function orderToWire(order: OrderRow): object {
  return {
    omnikassaOrderId: order.id,
    webshopId: order.webshop_id,
    merchantOrderId: order.merchant_order_id,
    amount: { currency: order.currency, amount: order.amount },
    status: order.status,
    announcedAt: new Date(order.announced_at).toISOString(),
    statusAt: new Date(order.status_at).toISOString(),
    handedOut: order.handed_out_at !== null,
  };
}
