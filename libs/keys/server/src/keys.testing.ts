import { Global, Module } from '@nestjs/common';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessHttpModule, People } from '@toonbank/access/server';
import { Agencies, AgencyHttpModule } from '@toonbank/agency/server';
import { AuditHttpModule } from '@toonbank/audit/server';
import { BankClientModule } from '@toonbank/bank-client/server';
import { MerchantHttpModule, Merchants, Turnovers } from '@toonbank/merchant/server';
import { type Scope, systemScope, Work, type WebshopScope } from '@toonbank/platform/db';
import { MailWorkerModule } from '@toonbank/platform/mail';
import type { Rounds } from '@toonbank/platform/queue';
import { type AgencyRole, type Environment, type Id, newId } from '@toonbank/primitives';
import { PointsOfSale, ShopHttpModule, Shops, Webshops } from '@toonbank/shop/server';
import { sign, signingKey, verify } from '@toonbank/smart-pay';
import {
  type SystemApp,
  systemProcess,
  TestBank,
  testApp,
  type TestApp,
  TestCaller,
  TestClock,
  type TestProcess,
  wholeDatabase,
} from '@toonbank/testing';
import { BatchSweep } from './batches/batch-sweep';
import { ExpirySweep } from './expiry/expiry-sweep';
import { KeysHttpModule } from './keys.http.module';
import { WaitingOrders } from './rotation/waiting-orders';
import { SigningKeys } from './signing-keys';
import { keysTables } from './tables';

const password = 'correct horse battery';
/** As the room of orders tells it; tests say how many wait. */
export const waiting = { orders: 0 };
const waitingOrders: WaitingOrders = {
  announced: (_tx, asked) => Promise.resolve(asked.map(() => waiting.orders)),
};

@Global()
@Module({
  providers: [
    { provide: WaitingOrders, useValue: waitingOrders },
    { provide: Turnovers, useValue: { until: async () => new Map() } },
  ],
  exports: [WaitingOrders, Turnovers],
})
class OrdersAbove {}

const rooms = [
  AuditHttpModule,
  AccessHttpModule,
  AgencyHttpModule,
  MerchantHttpModule,
  ShopHttpModule,
  BankClientModule,
  KeysHttpModule,
  OrdersAbove,
  MailWorkerModule,
];

/** An agency with a merchant, and somebody who works there. */
export interface Tenant {
  readonly scope: Scope;
  readonly merchantId: Id;
  readonly staff: TestCaller;
  readonly email: string;
}

/** The room of the keys on the rooms below it, with an emulated bank. */
export class KeysRoom {
  private readonly closing: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly test: TestApp,
    readonly bank: TestBank,
    private readonly outbox: string,
  ) {}

  /** Whole: on the tables of every room, for processes of the whole system beside it. */
  static async open(clock?: TestClock, { whole = false } = {}): Promise<KeysRoom> {
    const bank = await TestBank.start();
    const outbox = mkdtempSync(join(tmpdir(), 'toonbank-outbox-'));
    const config = {
      bankUrls: { sandbox: bank.url, production: bank.url },
      mail: { url: `file://${outbox}`, from: 'toonbank@agency.test' },
    };
    const database = whole ? await wholeDatabase() : undefined;
    const test = await testApp({
      ...{ tables: [keysTables], imports: rooms, config },
      ...(clock && { clock }),
      ...(database && { database }),
    });
    const room = new KeysRoom(test, bank, outbox);
    if (database) room.closing.push(() => database.drop());
    return room;
  }

  async tenant(role: AgencyRole = 'owner'): Promise<Tenant> {
    const agency = await this.test.app.get(Agencies).create('Bureau');
    const scope = systemScope(agency.id, 'test');
    const email = `${newId()}@agency.test`;
    await this.test.app.get(People).addAgencyMember(scope, { email, password, role });
    const merchant = await this.test.app.get(Merchants).create(scope, { name: 'Bakker' });
    return { scope, merchantId: merchant.id, staff: await this.signedIn(email), email };
  }

  async webshop({ scope, merchantId }: Tenant, host = `${newId()}.example`) {
    const { app } = this.test;
    const shop = await app.get(Shops).create(scope, merchantId, { name: 'Bakker' });
    const counter = await app.get(PointsOfSale).create(scope, shop.id, { name: 'Online' });
    return app.get(Webshops).create(scope, counter.id, { url: `https://${host}` });
  }

  /** A webshop that has the keys of its sandbox in use, with the pair as the bank has it. */
  async selling(tenant: Tenant) {
    const { id } = await this.webshop(tenant);
    const pair = await this.bank.webshop('sandbox');
    const { signingKey, refreshToken } = pair;
    const keys = `/v1/webshops/${id}/environments/sandbox/keys/bank`;
    await tenant.staff.put(keys, { signingKey, refreshToken });
    return { id, pair };
  }

  inside({ scope, merchantId }: Tenant, { id }: { id: Id }, environment: Environment) {
    const place = { webshopId: id, environment };
    return { ...scope, merchantId, place } satisfies WebshopScope;
  }

  /** Whether a message of the bank is taken that is signed with each of these keys. */
  async takes(inside: WebshopScope, signedWith: readonly string[]): Promise<boolean[]> {
    const known = await this.test.app.get(SigningKeys).verifying(inside);
    return signedWith.map((base64) => {
      const signature = sign(signingKey(base64), 'message');
      return known.some(({ key }) => verify(key, 'message', signature));
    });
  }

  /** Another person of the agency, signed in. */
  async colleague({ scope }: Tenant, role: AgencyRole): Promise<TestCaller> {
    const email = `${newId()}@agency.test`;
    await this.test.app.get(People).addAgencyMember(scope, { email, password, role });
    return this.signedIn(email);
  }

  async merchantOwner({ scope, merchantId }: Tenant): Promise<TestCaller> {
    const email = `${newId()}@merchant.test`;
    const member = { email, password, role: 'owner' } as const;
    await this.test.app.get(People).addMerchantMember(scope, merchantId, member);
    return this.signedIn(email);
  }

  /** As when the bank's token holds no date: the emulated bank's does unless it is told otherwise. */
  forgetExpiry(tenant: Tenant, id: Id): Promise<void> {
    return this.putExpiry(tenant, id, null);
  }

  /** As when the bank's token says so; nobody is warned, unless `warnAt` says when. */
  async putExpiry(
    { scope }: Tenant,
    id: Id,
    at: Date | null,
    warnAt: Date | null = null,
  ): Promise<void> {
    const sql =
      'update key_version set expires_at = $3, warn_at = $4 where agency_id = $1 and id = $2';
    await this.test.app.get(Work).run(scope, (tx) => tx.sql(sql, [scope.agencyId, id, at, warnAt]));
  }

  /** As a renewal does it that goes on, or back. */
  async putState({ scope }: Tenant, id: Id, state: 'active' | 'draining'): Promise<void> {
    const sql = 'update key_version set state = $3 where agency_id = $1 and id = $2';
    await this.test.app.get(Work).run(scope, (tx) => tx.sql(sql, [scope.agencyId, id, state]));
  }

  /** One round of a worker that looks for keys that expire. */
  lookOut(): Promise<number> {
    return this.roundOf(ExpirySweep);
  }

  /** One round of a worker that takes batches of renewals further. */
  renewMany(): Promise<number> {
    return this.roundOf(BatchSweep);
  }

  /** Sessions end while months pass. */
  async signInAgain(tenant: Tenant): Promise<void> {
    await tenant.staff.signIn(tenant.email, password);
  }

  /** The mails to somebody, once so many were carried, or after a while. */
  async mailsTo(address: string, count: number): Promise<string[]> {
    const until = Date.now() + 10_000;
    for (;;) {
      const files = readdirSync(this.outbox).filter((file) => file.endsWith('.eml'));
      const texts = files.map((file) => readFileSync(join(this.outbox, file), 'utf8'));
      const whole = texts.map((text) => text.replaceAll(/=\r?\n/g, ''));
      const theirs = whole.filter((text) => text.includes(`To: ${address}`));
      if (theirs.length >= count || Date.now() > until) return theirs;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** A part of the system in a process of its own; it is gone when the room closes. */
  async process(part: SystemApp): Promise<TestProcess> {
    const started = await systemProcess(this.test.config, part);
    this.closing.unshift(() => started.stop('SIGKILL'));
    return started;
  }

  async close(): Promise<void> {
    await this.test.close();
    for (const close of this.closing) await close();
    await this.bank.stop();
  }

  private roundOf(sweep: new (...needs: never[]) => Rounds): Promise<number> {
    const needs = Reflect.getMetadata('design:paramtypes', sweep) as never[];
    return new sweep(
      ...needs.map((need): never => this.test.app.get(need, { strict: false })),
    ).round();
  }

  private async signedIn(email: string): Promise<TestCaller> {
    const browser = TestCaller.browser(this.test.app);
    const { status } = await browser.signIn(email, password);
    if (status !== 201) throw new Error(`Signing in answered ${status}.`);
    return browser;
  }
}
