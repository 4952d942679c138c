import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { emptyDatabase } from './test-database';
import { freePort } from './free-port';
import { runToEnd, TestProcess } from './test-process';

const issuedFile = 'issued.json';
const outbox = 'outbox';

/** What the demo issued; the same as in `.toonbank/dev.json`. */
export interface Issued {
  readonly agency: { readonly email: string; readonly password: string };
  readonly otherAgency: { readonly email: string; readonly password: string };
  readonly merchant: { readonly email: string; readonly password: string };
  readonly webshop: {
    readonly id: string;
    readonly poiId: string;
    readonly apiKey: string;
    readonly signingKey: string;
  };
  readonly bank: { readonly signingKey: string; readonly refreshToken: string };
}

/** The whole system as a newcomer starts it, in processes of its own, with a small demo. */
export class TestSystem {
  private constructor(
    readonly portalUrl: string,
    readonly bankUrl: string,
    readonly issued: Issued,
    private readonly folder: string,
    private readonly databaseUrl: string,
    private readonly closing: (() => Promise<unknown>)[],
  ) {}

  /** `portalDir`: the built portal, for those who look at it. */
  static async open({ demoDays = 0, portalDir = '' } = {}): Promise<TestSystem> {
    const folder = mkdtempSync(join(tmpdir(), 'toonbank-system-'));
    const port = await freePort();
    const portalUrl = `http://localhost:${port}`;
    const [production, sandbox] = [await freePort(), await freePort()];
    const bank = await TestProcess.start('bank/src/main.ts', (own) => ({
      ...{ PORT: String(own), PORT_PRODUCTION: String(production), PORT_SANDBOX: String(sandbox) },
      BANK_LEDGER: join(folder, 'bank.sqlite'),
      LOG_LEVEL: 'warn',
    }));
    const database = await emptyDatabase();
    const variables = {
      ...database.variables,
      ...{ PUBLIC_URL: portalUrl, PORT: String(port) },
      BANK_URL_PRODUCTION: `http://127.0.0.1:${production}`,
      BANK_URL_SANDBOX: `http://127.0.0.1:${sandbox}`,
      BANK_CONTROL_URL: bank.url,
      KEK_FILE: join(folder, 'kek'),
      SECRETS_FILE: join(folder, 'secrets.json'),
      SEED_OUTPUT: join(folder, issuedFile),
      DEMO_DAYS: String(demoDays),
      LOG_LEVEL: 'warn',
      SMTP_URL: pathToFileURL(join(folder, outbox)).href,
      EXPORT_DIR: join(folder, 'exports'),
      PORTAL_DIR: portalDir,
      REDIS_PREFIX: `system${process.pid}-`,
    };
    await runToEnd('api/src/migrate.ts', variables);
    await runToEnd('api/src/seed.ts', variables);
    const api = await TestProcess.start('api/src/main.ts', () => variables, port);
    const worker = await TestProcess.start('worker/src/main.ts', (own) => ({
      ...variables,
      WORKER_PORT: String(own),
    }));
    const exports = await TestProcess.start('worker/src/exports.ts', (own) => ({
      ...variables,
      WORKER_PORT: String(own),
    }));
    const issued = JSON.parse(readFileSync(variables.SEED_OUTPUT, 'utf8')) as Issued;
    const processes = [exports, worker, api, bank].map((running) => () => running.stop());
    const closing = [...processes, () => database.drop()];
    return new TestSystem(portalUrl, bank.url, issued, folder, database.url, closing);
  }

  /** Where the mails of this system lie, one `.eml` each. */
  get outbox(): string {
    return join(this.folder, outbox);
  }

  /** The demo shop, selling through this system for the demo's webshop or another; answers its address. */
  async openShop(webshop?: Omit<Issued['webshop'], 'poiId'>): Promise<string> {
    const sells: Record<string, string> = webshop
      ? {
          TOONBANK_WEBSHOP_ID: webshop.id,
          TOONBANK_API_KEY: webshop.apiKey,
          TOONBANK_SIGNING_KEY: webshop.signingKey,
        }
      : { DEMO_FILE: join(this.folder, issuedFile) };
    const shop = await TestProcess.start('demo-shop/src/main.ts', (own) => ({
      ...sells,
      PORT: String(own),
      TOONBANK_URL: this.portalUrl,
      BANK_ORIGIN: this.bankUrl,
      SHOP_BOOKS: join(this.folder, `shop-${webshop?.id ?? 'demo'}.sqlite`),
      LOG_LEVEL: 'warn',
    }));
    this.closing.unshift(() => shop.stop());
    return shop.url;
  }

  /** As if every password was typed so much longer ago: acts that want a fresh one ask for it. */
  minutesPassSincePasswords(minutes: number): Promise<void> {
    return this.sql('update session set proven_at = proven_at - make_interval(mins => $1)', [
      minutes,
    ]);
  }

  /** As if a webshop had its keys for so much longer: what was refused is counted by the minute. */
  minutesPassSinceKeys(webshopId: string, minutes: number): Promise<void> {
    return this.sql(
      `update key_version set created_at = created_at - make_interval(mins => $2)
       where webshop_id = $1`,
      [webshopId, minutes],
    );
  }

  /** So many orders of the demo webshop in the sandbox, a second apart, as if it sold for days. */
  manyOrders(count: number): Promise<void> {
    return this.sql(
      `insert into orders (agency_id, merchant_id, webshop_id, environment, id,
         merchant_order_id, merchant_order_search, status, needs_look, amount, paid_amount,
         payment_brand, return_url, announced, findings, created_at, updated_at)
       select agency_id, merchant_id, id, 'sandbox', gen_random_uuid(), 'VEEL' || i, 'veel' || i,
         'COMPLETED', false, 1250, 1250, 'IDEAL', '', '{}', '[]', at, at
       from webshop, generate_series(1, $2) i, lateral (select now() - make_interval(secs => i)) t(at)
       where id = $1`,
      [this.issued.webshop.id, count],
    );
  }

  /** As if the days had passed: exports that come by calendar are due now, all but the demo's own. */
  schedulesAreDue(): Promise<void> {
    return this.sql(
      `update export_schedule set next_at = now(), next_from = current_date - $1::integer
       where created_by is not null`,
      [7],
    );
  }

  /** As if a month had passed: the URLs of a shop that came this month came in the month before it. */
  urlsCameAMonthAgo(shopId: string): Promise<void> {
    return this.sql(
      `update url_period set valid_from = valid_from - interval '1 month'
       where shop_id = $1 and valid_from >= date_trunc('month', now(), 'Europe/Amsterdam')`,
      [shopId],
    );
  }

  private async sql(text: string, values: readonly unknown[]): Promise<void> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    await client.query(text, [...values]);
    await client.end();
  }

  async close(): Promise<void> {
    for (const close of this.closing) await close();
  }
}
