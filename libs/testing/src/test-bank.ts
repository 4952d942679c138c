import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '@toonbank/primitives';
import { TestProcess } from './test-process';

/** A webshop as the bank knows it, with the keys that it issued. */
export interface BankWebshop {
  readonly id: string;
  readonly poiId: number;
  readonly refreshToken: string;
  readonly signingKey: string;
}

/** An order as the bank knows it. */
export interface BankOrder {
  readonly omnikassaOrderId: string;
  readonly merchantOrderId: string;
  readonly status: string;
  readonly handedOut: boolean;
}

/** A refund as the bank knows it. */
export interface BankRefund {
  readonly refundId: string;
  readonly transactionId: string;
  readonly webshopId: string;
  readonly status: string;
  readonly refundMoney: { readonly amount: string };
}

/** The emulated bank, in a process of its own, and its controls. */
export class TestBank {
  private constructor(private readonly process: TestProcess) {}

  static async start(): Promise<TestBank> {
    const ledger = join(mkdtempSync(join(tmpdir(), 'toonbank-bank-')), 'bank.sqlite');
    const variables = (port: number) => ({
      PORT: String(port),
      BANK_LEDGER: ledger,
      LOG_LEVEL: 'warn',
    });
    const bank = new TestBank(await TestProcess.start('bank/src/main.ts', variables));
    await bank.settings({ repeatMs: 1_000 });
    return bank;
  }

  get url(): string {
    return this.process.url;
  }

  async webshop(environment: Environment, webhookUrl?: string): Promise<BankWebshop> {
    const merchant = await this.call<{ id: string }>('POST', '/merchants', { name: 'Demo' });
    const name = 'demo.example';
    const body = { merchantId: merchant.id, name, environment, webhookUrl };
    return this.call('POST', '/webshops', body);
  }

  setWebhook(webshop: BankWebshop, webhookUrl: string | null): Promise<void> {
    return this.call('PATCH', `/webshops/${webshop.id}`, { webhookUrl });
  }

  /** Brands by name, to `Active` or `Inactive`; those that are not named stay as they are. */
  setBrands(webshop: BankWebshop, brands: Readonly<Record<string, string>>): Promise<void> {
    return this.call('PATCH', `/webshops/${webshop.id}`, { brands });
  }

  renew(webshop: BankWebshop, body: object = {}): Promise<Omit<BankWebshop, 'id' | 'poiId'>> {
    return this.call('POST', `/webshops/${webshop.id}/keys`, body);
  }

  orders(webshop: BankWebshop): Promise<BankOrder[]> {
    return this.call('GET', `/orders?webshopId=${webshop.id}`);
  }

  /** Ends every open order of a webshop; answers how many. */
  async settle(webshop: BankWebshop, outcome: string, limit?: number): Promise<number> {
    const body = { outcome, limit };
    const path = `/webshops/${webshop.id}/outcomes`;
    return (await this.call<{ settled: number }>('POST', path, body)).settled;
  }

  /** Every open order of a webshop is paid with this brand. */
  pay(webshop: BankWebshop, brand: string): Promise<void> {
    return this.call('POST', `/webshops/${webshop.id}/outcomes`, { outcome: 'paid', brand });
  }

  notify(webshop: BankWebshop): Promise<void> {
    return this.call('POST', `/webshops/${webshop.id}/notify`);
  }

  misbehave(misdeed: {
    call: string;
    kind: string;
    value?: number;
    times?: number;
  }): Promise<void> {
    return this.call('POST', '/misdeeds', misdeed);
  }

  /** Forgets what it was asked to do wrong. */
  behave(): Promise<void> {
    return this.call('DELETE', '/misdeeds');
  }

  /** The attempts to pay, the oldest first. */
  payments(): Promise<{ id: string; orderId: string; brand: string; status: string }[]> {
    return this.call('GET', '/payments');
  }

  /** What its ledger holds of money given back, the oldest first. */
  refunds(): Promise<BankRefund[]> {
    return this.call('GET', '/refunds');
  }

  endRefund(id: string, outcome: 'SUCCEEDED' | 'FAILED' | 'UNKNOWN'): Promise<void> {
    return this.call('POST', `/refunds/${id}/outcome`, { outcome });
  }

  settings(changes: object): Promise<void> {
    return this.call('PATCH', '/settings', changes);
  }

  ledger(): Promise<{ status: string; orders: number; cents: number; webshopId: string }[]> {
    return this.call('GET', '/ledger');
  }

  handOuts(): Promise<{ digest: string; orders: string; complete: number }[]> {
    return this.call('GET', '/hand-outs');
  }

  async stop(): Promise<void> {
    await this.process.stop();
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.url}/control${path}`, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
