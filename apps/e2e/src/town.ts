import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CreatedOrder, OrderDetail } from '@toonbank/orders/contract';
import { emptyDatabase, freePort, runToEnd, TestProcess } from '@toonbank/testing';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** What the demo issued; the same as in `.toonbank/dev.json`. */
interface Issued {
  readonly agency: { readonly email: string; readonly password: string };
  readonly otherAgency: { readonly email: string; readonly password: string };
  readonly merchant: { readonly email: string; readonly password: string };
  readonly webshop: { readonly id: string; readonly apiKey: string; readonly signingKey: string };
}

const portalDir = resolve(import.meta.dirname, '../../../dist/apps/portal/browser');

/** The whole system as a newcomer starts it, with a small demo, and a browser to walk through it. */
export class Town {
  private constructor(
    readonly portalUrl: string,
    readonly bankUrl: string,
    readonly issued: Issued,
    private readonly browser: Browser,
    private readonly closing: (() => Promise<unknown>)[],
  ) {}

  static async open(): Promise<Town> {
    const folder = mkdtempSync(join(tmpdir(), 'toonbank-town-'));
    const port = await freePort();
    const portalUrl = `http://localhost:${port}`;
    const bank = await TestProcess.start('bank/src/main.ts', (own) => ({
      PORT: String(own),
      BANK_LEDGER: join(folder, 'bank.sqlite'),
      LOG_LEVEL: 'warn',
    }));
    const database = await emptyDatabase();
    const variables = {
      ...database.variables,
      PUBLIC_URL: portalUrl,
      PORT: String(port),
      BANK_URL_PRODUCTION: bank.url,
      BANK_URL_SANDBOX: bank.url,
      BANK_CONTROL_URL: bank.url,
      KEK_FILE: join(folder, 'kek'),
      SECRETS_FILE: join(folder, 'secrets.json'),
      SEED_OUTPUT: join(folder, 'issued.json'),
      DEMO_DAYS: '1',
      LOG_LEVEL: 'warn',
      PORTAL_DIR: portalDir,
      REDIS_PREFIX: `walk${process.pid}-`,
    };
    await runToEnd('api/src/migrate.ts', variables);
    await runToEnd('api/src/seed.ts', variables);
    const api = await TestProcess.start('api/src/main.ts', () => variables, port);
    const worker = await TestProcess.start('worker/src/main.ts', (own) => ({
      ...variables,
      WORKER_PORT: String(own),
    }));
    const issued = JSON.parse(readFileSync(variables.SEED_OUTPUT, 'utf8')) as Issued;
    const processes = [worker, api, bank].map((running) => () => running.stop());
    const closing = [...processes, () => database.drop()];
    return new Town(portalUrl, bank.url, issued, await openBrowser(), closing);
  }

  /** A browser window of its own, with its own cookies. */
  person(options: { locale?: string; width?: number } = {}): Promise<BrowserContext> {
    const { locale = 'nl-NL', width = 1440 } = options;
    return this.browser.newContext({ locale, viewport: { width, height: 900 } });
  }

  /** Announces an order as the demo webshop does. */
  async announce(merchantOrderId: string, amount: number): Promise<CreatedOrder> {
    const { id, apiKey } = this.issued.webshop;
    const answer = await fetch(`${this.portalUrl}/v1/webshops/${id}/orders`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': merchantOrderId,
      },
      body: JSON.stringify({
        merchantOrderId,
        amount: { currency: 'EUR', amount },
        returnUrl: `${this.bankUrl}/healthz?shop=1`,
        language: 'NL',
      }),
    });
    return (await answer.json()) as CreatedOrder;
  }

  async status(orderId: string): Promise<string> {
    const { apiKey } = this.issued.webshop;
    const headers = { authorization: `Bearer ${apiKey}` };
    const answer = await fetch(`${this.portalUrl}/v1/orders/${orderId}`, { headers });
    return ((await answer.json()) as OrderDetail).status;
  }

  /** Moves the bank's clock, as time would. */
  async minutesPassAtTheBank(minutes: number): Promise<void> {
    await fetch(`${this.bankUrl}/control/clock/advance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ms: minutes * 60_000 }),
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
    for (const close of this.closing) await close();
  }
}

function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
