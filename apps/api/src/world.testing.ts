import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiKeys, People } from '@toonbank/access/server';
import { Agencies } from '@toonbank/agency/server';
import { CreateOrder } from '@toonbank/orders/contract';
import { AnnouncingService } from '@toonbank/orders/server';
import type { Config } from '@toonbank/platform/config';
import { type Scope, systemScope } from '@toonbank/platform/db';
import { RelayWorkerModule } from '@toonbank/platform/outbox';
import { TasksWorkerModule } from '@toonbank/tasks/server';
import { type Environment, type Id, newId } from '@toonbank/primitives';
import {
  freePort,
  TestBank,
  TestCaller,
  testConfig,
  testDatabase,
  type TestDatabase,
} from '@toonbank/testing';
import { cryptoTables } from '@toonbank/platform/crypto';
import { makeApi } from './make-api';
import { BankControls } from './seed/bank-controls';
import { type DemoWebshop, DemoWebshops } from './seed/demo-webshops';
import { tables } from './tables';

const password = 'correct horse battery';
const environments: readonly Environment[] = ['sandbox', 'production'];

/** A merchant with a webshop that has keys, an API key and an order; and somebody who owns it. */
export interface Stall {
  readonly merchantId: Id;
  readonly webshop: DemoWebshop;
  readonly apiKeyId: Id;
  readonly key: TestCaller;
  readonly orderId: Id;
  readonly owner: TestCaller;
}

/** An agency with two merchants, and its owner. */
export interface Tenant {
  readonly scope: Scope;
  readonly owner: TestCaller;
  readonly ownerEmail: string;
  readonly first: Stall;
  readonly second: Stall;
}

/** The whole API with two agencies in it, made through the services; what the sweeps walk through. */
export class World {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    readonly bank: TestBank,
    private readonly database: TestDatabase,
  ) {}

  static async open(): Promise<World> {
    const bank = await TestBank.start();
    const database = await testDatabase([cryptoTables, ...tables]);
    const port = await freePort();
    const config = testConfig(database.url, {
      publicUrl: `http://127.0.0.1:${port}`,
      bankUrls: { sandbox: bank.url, production: bank.url },
      // Nobody is there to send what is written.
      mail: { url: 'smtp://127.0.0.1:9', from: 'post@toonbank.test' },
    });
    // What rooms tell each other is brought in this process, too.
    const app = await makeApi(config, undefined, [RelayWorkerModule, TasksWorkerModule]);
    await app.listen(port, '127.0.0.1');
    return new World(app, config, bank, database);
  }

  async tenant(name: string): Promise<Tenant> {
    const agency = await this.app.get(Agencies).create(name);
    const scope = systemScope(agency.id, 'test');
    const ownerEmail = `${newId()}@agency.test`;
    const member = { email: ownerEmail, password, role: 'owner' } as const;
    await this.app.get(People).addAgencyMember(scope, member);
    const webhook = agency.webhookUrl!;
    return {
      scope,
      ownerEmail,
      owner: await this.signedIn(ownerEmail),
      first: await this.stall(scope, `${name} eerste`, webhook),
      second: await this.stall(scope, `${name} tweede`, webhook),
    };
  }

  async signedIn(email: string): Promise<TestCaller> {
    const browser = TestCaller.browser(this.app);
    const { status } = await browser.signIn(email, password);
    if (status !== 201) throw new Error(`Signing in answered ${status}.`);
    return browser;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.bank.stop();
    await this.database.drop();
  }

  private async stall(scope: Scope, name: string, webhookUrl: string): Promise<Stall> {
    const maker = new DemoWebshops(this.app, new BankControls(this.bank.url), webhookUrl);
    const url = `https://${newId()}.example`;
    const plan = { name, webshops: [{ url, perDay: 1, environments }] };
    const merchant = await maker.merchant(scope, plan);
    const webshop = merchant.webshops[0]!;
    const issued = await this.app.get(ApiKeys).issue(scope, webshop.scope.place);
    const order = CreateOrder.parse({
      merchantOrderId: newId().replaceAll('-', '').slice(-24),
      amount: { currency: 'EUR', amount: 1250 },
      returnUrl: 'https://shop.example/thanks',
    });
    const created = await this.app.get(AnnouncingService).create(webshop.scope, newId(), order);
    await this.bank.settle(webshop.bank, 'paid');
    const email = `${newId()}@merchant.test`;
    const member = { email, password, role: 'owner' } as const;
    await this.app.get(People).addMerchantMember(scope, merchant.id, member);
    return {
      ...{ merchantId: merchant.id, webshop, apiKeyId: issued.id, orderId: created.id },
      key: TestCaller.shop(this.app, issued.key),
      owner: await this.signedIn(email),
    };
  }
}
