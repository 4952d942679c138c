import { AccessHttpModule, ApiKeys, People } from '@toonbank/access/server';
import { Agencies, AgencyHttpModule, AgencyModule } from '@toonbank/agency/server';
import { AuditHttpModule, AuditModule } from '@toonbank/audit/server';
import { BankClientModule } from '@toonbank/bank-client/server';
import type { BankKeys } from '@toonbank/keys/contract';
import { KeysHttpModule, KeysModule, KeysService } from '@toonbank/keys/server';
import { MerchantHttpModule, MerchantModule, Merchants } from '@toonbank/merchant/server';
import type { CreatedOrder, OrderDetail } from '@toonbank/orders/contract';
import { OrdersHttpModule } from '@toonbank/orders/server';
import type { Clock } from '@toonbank/platform/clock';
import type { Config } from '@toonbank/platform/config';
import { type Scope, systemScope, type WebshopScope } from '@toonbank/platform/db';
import { type Environment, type Id, newId } from '@toonbank/primitives';
import {
  PointsOfInteraction,
  PointsOfSale,
  ShopHttpModule,
  ShopModule,
  Shops,
  Webshops,
} from '@toonbank/shop/server';
import {
  type BankWebshop,
  freePort,
  TestBank,
  testApp,
  type TestApp,
  TestProcess,
  variablesOf,
} from '@toonbank/testing';
import { openInbox } from './inbox.plugin';
import { NotificationsHttpModule } from './notifications.http.module';
import { NotificationsWorkerModule } from './notifications.worker.module';
import { notificationsTables } from './tables';

const apiRooms = [
  AuditHttpModule,
  AccessHttpModule,
  AgencyHttpModule,
  MerchantHttpModule,
  ShopHttpModule,
  BankClientModule,
  KeysHttpModule,
  OrdersHttpModule,
  NotificationsHttpModule,
];

const workerRooms = [
  AuditModule,
  BankClientModule,
  AgencyModule,
  MerchantModule,
  ShopModule,
  KeysModule,
  NotificationsWorkerModule,
];

/** A webshop that is known at the bank and here, with what it needs to sell. */
export interface SellingWebshop {
  readonly scope: WebshopScope;
  readonly bank: BankWebshop;
  readonly apiKey: string;
  readonly signingKey: string;
  readonly webhookUrl: string;
}

/** Shops, this system and the bank: everything between an order and its end status. */
export class StatusRoom {
  private readonly closing: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly api: TestApp,
    readonly bank: TestBank,
    readonly publicUrl: string,
  ) {}

  /** The API and the bank; `work` starts a worker. */
  static async open(clock?: Clock, changes: Partial<Config> = {}): Promise<StatusRoom> {
    const bank = await TestBank.start();
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const api = await testApp({
      tables: [notificationsTables],
      imports: apiRooms,
      config: { publicUrl, bankUrls: { sandbox: bank.url, production: bank.url }, ...changes },
      ...(clock && { clock }),
      hotDoor: openInbox,
    });
    await api.app.listen(port, '127.0.0.1');
    return new StatusRoom(api, bank, publicUrl);
  }

  /** A worker on the same database and queues. */
  async work(clock?: Clock): Promise<TestApp> {
    const { redisUrl, redisPrefix, publicUrl, bankUrls } = this.api.config;
    const worker = await testApp({
      tables: [notificationsTables],
      imports: workerRooms,
      database: this.api.database,
      config: { redisUrl, redisPrefix, publicUrl, bankUrls },
      ...(clock && { clock }),
    });
    this.closing.push(() => worker.close());
    return worker;
  }

  /** An API or a worker in a process of its own, which dies at `failpoint` (its first passage, or the nth). */
  async process(app: 'api' | 'worker', failpoint?: string, nth = 1): Promise<TestProcess> {
    const variables = variablesOf(this.api.config);
    const started = await TestProcess.start(`${app}/src/main.ts`, (port) => ({
      ...variables,
      [app === 'api' ? 'PORT' : 'WORKER_PORT']: String(port),
      ...(failpoint && { FAILPOINT: `${failpoint}:${nth}:kill` }),
    }));
    this.closing.push(() => started.stop('SIGKILL'));
    return started;
  }

  /** Announces many orders at once; answers their ids. */
  async announceMany(webshop: SellingWebshop, count: number): Promise<Id[]> {
    const ids: Id[] = [];
    while (ids.length < count) {
      const some = Math.min(20, count - ids.length);
      const made = await Promise.all(Array.from({ length: some }, () => this.announce(webshop)));
      ids.push(...made.map(({ body }) => body.id));
    }
    return ids;
  }

  get<T>(service: new (...parts: never[]) => T): T {
    return this.api.app.get(service);
  }

  async agency(): Promise<Scope> {
    const agency = await this.get(Agencies).create('Demo bureau');
    return systemScope(agency.id, 'test');
  }

  async member(scope: Scope): Promise<{ email: string; password: string }> {
    const member = { email: `${newId()}@agency.test`, password: 'correct horse battery' };
    await this.get(People).addAgencyMember(scope, { ...member, role: 'owner' });
    return member;
  }

  /**
   * A webshop from scratch: merchant to keys here, and its twin at the bank with the webhook set. Another
   * webshop's `pair` may be entered in place of its own.
   */
  async webshop(
    scope: Scope,
    environment: Environment = 'sandbox',
    pair?: BankKeys,
  ): Promise<SellingWebshop> {
    const merchant = await this.get(Merchants).create(scope, { name: 'Demo' });
    const shop = await this.get(Shops).create(scope, merchant.id, { name: 'Demo' });
    const pointOfSale = await this.get(PointsOfSale).create(scope, shop.id, { name: 'Online' });
    const url = `https://${newId()}.example`;
    const webshop = await this.get(Webshops).create(scope, pointOfSale.id, { url });
    const place = { webshopId: webshop.id, environment };
    const inside: WebshopScope = { ...scope, merchantId: merchant.id, place };
    const { webhookUrl } = await this.get(Agencies).own(scope);
    const bank = await this.bank.webshop(environment, webhookUrl!);
    await this.get(PointsOfInteraction).set(inside, { poiId: String(bank.poiId) });
    await this.get(KeysService).enter(inside, pair ?? bank);
    const { key } = await this.get(ApiKeys).issue(scope, place);
    const { signingKey } = webshop.virtualKeys[environment];
    return { scope: inside, bank, apiKey: key, signingKey, webhookUrl: webhookUrl! };
  }

  /** Announces an order through the API. */
  announce(webshop: SellingWebshop, changes: object = {}, key: string = newId()) {
    const path = `/v1/webshops/${webshop.scope.place.webshopId}/orders`;
    const order = {
      merchantOrderId: newId().replaceAll('-', '').slice(-24),
      amount: { currency: 'EUR', amount: 1250 },
      returnUrl: 'https://shop.example/return?basket=7',
      ...changes,
    };
    return this.call<CreatedOrder>('POST', path, webshop.apiKey, order, key);
  }

  order(webshop: SellingWebshop, id: Id) {
    return this.call<OrderDetail>('GET', `/v1/orders/${id}`, webshop.apiKey);
  }

  async call<T>(
    method: string,
    path: string,
    apiKey: string,
    body?: object,
    idempotencyKey?: string,
  ): Promise<{ status: number; body: T }> {
    const answer = await fetch(this.publicUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
  }

  async close(): Promise<void> {
    for (const close of this.closing) await close();
    await this.bank.stop();
    await this.api.close();
  }
}
