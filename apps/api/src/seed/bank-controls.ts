import type { Environment } from '@toonbank/primitives';

/** A webshop as the emulated bank made it. */
export interface BankWebshop {
  readonly id: string;
  readonly poiId: number;
  readonly refreshToken: string;
  readonly signingKey: string;
}

/** The controls of the emulated bank, as far as the demo needs them. */
export class BankControls {
  constructor(private readonly url: string) {}

  async webshop(
    merchant: string,
    name: string,
    environment: Environment,
    webhookUrl: string,
  ): Promise<BankWebshop> {
    const { id: merchantId } = await this.call<{ id: string }>('POST', '/merchants', {
      name: merchant,
    });
    return this.call('POST', '/webshops', { merchantId, name, environment, webhookUrl });
  }

  /** Makes the webshop a new pair; the old one goes on working for a while. */
  renew(webshop: BankWebshop): Promise<Pick<BankWebshop, 'refreshToken' | 'signingKey'>> {
    return this.call('POST', `/webshops/${webshop.id}/keys`, { replace: 'overlap' });
  }

  /** What is turned on a running bank; see its README. */
  turn(settings: Readonly<Record<string, number | boolean>>): Promise<void> {
    return this.call('PATCH', '/settings', settings);
  }

  /** Moves the bank's clock so that it is `offsetMs` off the real one. */
  setClock(offsetMs: number): Promise<void> {
    return this.turn({ clockOffsetMs: Math.round(offsetMs) });
  }

  settle(omnikassaOrderId: string, outcome: string, brand: string): Promise<void> {
    return this.call('POST', `/orders/${omnikassaOrderId}/outcome`, { outcome, brand });
  }

  /** The next announcement never reaches the bank's books, and nobody is told so. */
  loseNext(webshop: BankWebshop): Promise<void> {
    const misdeed = { webshopId: webshop.id, call: 'announce', kind: 'status', value: 503 };
    return this.call('POST', '/misdeeds', misdeed);
  }

  /** Says once more that results are waiting, as the bank itself would after a while (S24). */
  remind(webshop: BankWebshop): Promise<void> {
    return this.call('POST', `/webshops/${webshop.id}/notify`);
  }

  /** True when everything that ended at the bank was pulled. */
  async isPulled(webshop: BankWebshop): Promise<boolean> {
    const orders = await this.call<{ status: string; handedOut: boolean }[]>(
      'GET',
      `/orders?webshopId=${webshop.id}`,
    );
    return orders.every((order) => order.handedOut || order.status === 'IN_PROGRESS');
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
    if (!answer.ok) throw new Error(`The bank answered ${answer.status} to ${path}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
