import { resolve } from 'node:path';
import type { CreatedOrder, OrderDetail } from '@toonbank/orders/contract';
import { type Issued, TestSystem } from '@toonbank/testing';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const portalDir = resolve(import.meta.dirname, '../../../dist/apps/portal/browser');

interface PersonOptions {
  readonly locale?: string;
  readonly width?: number;
  /** False: a browser that runs no scripts. */
  readonly script?: boolean;
}

/** The whole system as a newcomer starts it, with a small demo, and a browser to walk through it. */
export class Town {
  private constructor(
    private readonly system: TestSystem,
    /** The demo shop. */
    readonly shopUrl: string,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Town> {
    const system = await TestSystem.open({ demoDays: 1, portalDir });
    return new Town(system, await system.openShop(), await openBrowser());
  }

  /** A shop that sells for a webshop of its own, as its developer would start it; answers its address. */
  openShopFor(webshop: Omit<Issued['webshop'], 'poiId'>): Promise<string> {
    return this.system.openShop(webshop);
  }

  get portalUrl(): string {
    return this.system.portalUrl;
  }

  get bankUrl(): string {
    return this.system.bankUrl;
  }

  /** Where the system's mails lie, one `.eml` each. */
  get outbox(): string {
    return this.system.outbox;
  }

  get issued(): Issued {
    return this.system.issued;
  }

  /** A browser window of its own, with its own cookies. */
  person(options: PersonOptions = {}): Promise<BrowserContext> {
    const { locale = 'nl-NL', width = 1440, script = true } = options;
    const viewport = { width, height: 900 };
    return this.browser.newContext({ locale, viewport, javaScriptEnabled: script });
  }

  /** Signs somebody of the demo in, as the sign-in page would; the page itself has walks of its own. */
  async signIn(context: BrowserContext, as: 'agency' | 'otherAgency' | 'merchant'): Promise<void> {
    const { email, password } = this.issued[as];
    const answer = await context.request.post(`${this.portalUrl}/v1/session`, {
      data: { email, password },
      headers: { 'x-toonbank': '1', origin: this.portalUrl },
    });
    if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
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

  minutesPassSincePasswords(minutes: number): Promise<void> {
    return this.system.minutesPassSincePasswords(minutes);
  }

  minutesPassSinceKeys(webshopId: string, minutes: number): Promise<void> {
    return this.system.minutesPassSinceKeys(webshopId, minutes);
  }

  /** The exports that come by calendar are due now. */
  schedulesAreDue(): Promise<void> {
    return this.system.schedulesAreDue();
  }

  /** The URLs that a shop got this month came in the month before it, as if a month had passed. */
  urlsCameAMonthAgo(shopId: string): Promise<void> {
    return this.system.urlsCameAMonthAgo(shopId);
  }

  /** So many orders of the demo webshop in the sandbox. */
  manyOrders(count: number): Promise<void> {
    return this.system.manyOrders(count);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.system.close();
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
