import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { Announcing } from './announcing';
import { bankCss } from './bank-css';
import { BankRefusal } from './bank-error';
import type { Bank } from './bank-parts';
import { consoleRoutes } from './console.routes';
import { controlRoutes } from './control.routes';
import { Doors, type OwnPorts } from './doors';
import { HandOuts } from './hand-outs';
import { Ledger } from './ledger';
import { Misdeeds } from './misdeeds';
import { Notifier } from './notifier';
import { Orders } from './orders';
import { paymentRoutes } from './payment.routes';
import { Refunds } from './refunds';
import { Dials } from './settings';
import { Webshops } from './webshops';
import { wireRoutes } from './wire.routes';

export interface BankOptions {
  readonly port: number;
  /** Where it listens; the loopback address when left out. Its own address stays that in any case. */
  readonly host?: string;
  /** Of each environment alone; none when left out. */
  readonly ownPorts?: OwnPorts;
  /** File of the ledger, or `:memory:`. */
  readonly ledger: string;
  readonly logLevel: string;
}

export interface RunningBank {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the emulated bank. Port 0 takes a free one. */
export async function startBank(options: BankOptions): Promise<RunningBank> {
  const app = Fastify({
    logger: { level: options.logLevel },
    bodyLimit: 1024 * 1024,
    // Some clients join their base address and the path with two slashes; a redirect would lose the token.
    rewriteUrl: ({ url = '/' }) => url.replace(/^[^?]*/, (path) => path.replace(/\/{2,}/g, '/')),
    forceCloseConnections: true,
  });
  const doors = new Doors(options.ownPorts ?? {});
  const bank = open(app, { file: options.ledger, doors });
  readForms(app);
  refuseLikeTheBank(app);
  wireRoutes(app, bank);
  paymentRoutes(app, bank);
  consoleRoutes(app, bank);
  await app.register((control) => controlRoutes(control, bank), { prefix: '/control' });
  app.get('/healthz', () => ({ status: 'alive' }));
  app.get('/bank.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(bankCss));
  const host = options.host ?? '127.0.0.1';
  await app.listen({ port: options.port, host });
  await doors.open(app, host);
  bank.notifier.start();
  const close = async () => {
    await bank.notifier.stop();
    await doors.close();
    await app.close();
    bank.ledger.close();
  };
  return { url: bank.url(), close };
}

function open(app: FastifyInstance, { file, doors }: { file: string; doors: Doors }): Bank {
  const ledger = new Ledger(file);
  const dials = new Dials(ledger);
  const webshops = new Webshops(ledger, dials);
  const orders = new Orders(ledger, dials);
  const misdeeds = new Misdeeds(ledger);
  return {
    ...{ ledger, dials, doors, webshops, orders, misdeeds },
    refunds: new Refunds(ledger, dials),
    announcing: new Announcing(ledger, webshops, dials),
    handOuts: new HandOuts(ledger, webshops, orders, dials),
    notifier: new Notifier(ledger, webshops, orders, misdeeds, dials),
    url: () => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
  };
}

/** The payment pages' forms, and bodies that some clients send along with a GET. */
function readForms(app: FastifyInstance): void {
  const form = 'application/x-www-form-urlencoded';
  app.addContentTypeParser(form, { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(body as string));
    } catch {
      done(new BankRefusal(400, 5017, { errorMessage: 'The body is not JSON' }));
    }
  });
}

function refuseLikeTheBank(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof BankRefusal) return reply.status(error.status).send(error.body());
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    return reply.status(status).send({ errorCode: status, errorMessage: error.message });
  });
  app.setNotFoundHandler((request, reply) => {
    const isDoubled = request.url.includes('omnikassa-api/omnikassa-api');
    const hint = isDoubled ? ': the base address holds omnikassa-api already' : '';
    const errorMessage = `Not found${hint}`;
    return reply.status(404).send({ errorCode: 404, errorMessage });
  });
}
