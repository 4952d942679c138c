import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessHttpModule, People } from '@toonbank/access/server';
import { Agencies, AgencyHttpModule } from '@toonbank/agency/server';
import { AuditHttpModule } from '@toonbank/audit/server';
import { BankClientModule, TokenSource } from '@toonbank/bank-client/server';
import { MerchantHttpModule, Merchants } from '@toonbank/merchant/server';
import type {
  Billink,
  MethodContractDetail,
  WebshopMethods,
} from '@toonbank/payment-methods/contract';
import { type Scope, systemScope, Work, type WebshopScope } from '@toonbank/platform/db';
import { MailWorkerModule } from '@toonbank/platform/mail';
import {
  type AgencyRole,
  type Environment,
  type Id,
  newId,
  type ProblemDocument,
} from '@toonbank/primitives';
import { PointsOfSale, ShopHttpModule, Shops, Webshops } from '@toonbank/shop/server';
import {
  type BankWebshop,
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
import { type HeldOrders, type HeldTokens, KeysBeside } from './beside.testing';
import { PaidByBrand } from './paid-by-brand';
import { BrandsSweep } from './brands-sweep';
import { PaymentMethodsHttpModule } from './payment-methods.http.module';
import { RemindersSweep } from './reminders-sweep';
import { paymentMethodsTables } from './tables';

const password = 'correct horse battery';

const rooms = [
  ...[AuditHttpModule, AccessHttpModule, AgencyHttpModule, MerchantHttpModule, ShopHttpModule],
  ...[BankClientModule, KeysBeside, MailWorkerModule, PaymentMethodsHttpModule],
];

/** A webshop of a merchant, and its twin at the bank. */
export interface Stall {
  readonly scope: WebshopScope;
  readonly merchantId: Id;
  readonly bank: BankWebshop;
  /** Of the API. */
  readonly path: string;
}

/** What a refusal says: its status and code, and the field where it is about one. */
export function codeOf({ status, body }: { readonly status: number; readonly body: unknown }) {
  const { code, path } = body as ProblemDocument;
  return [status, code, ...(path ? [path] : [])];
}

/** Payment methods on the rooms below them, with an emulated bank. */
export class MethodsRoom {
  private readonly closing: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly test: TestApp,
    readonly bank: TestBank,
    readonly clock: TestClock,
    readonly outbox: string,
  ) {}

  /** Whole: on the tables of every room, for processes of the whole system beside it. */
  static async open(now = new Date('2026-11-25T10:00:00Z'), { whole = false } = {}) {
    const bank = await TestBank.start();
    const clock = new TestClock(now);
    const outbox = mkdtempSync(join(tmpdir(), 'toonbank-outbox-'));
    const config = {
      bankUrls: { sandbox: bank.url, production: bank.url },
      mail: { url: `file://${outbox}`, from: 'toonbank@agency.test' },
    };
    const database = whole ? await wholeDatabase() : undefined;
    const test = await testApp({
      ...{ tables: [paymentMethodsTables], imports: rooms, config, clock },
      ...(database && { database }),
    });
    const room = new MethodsRoom(test, bank, clock, outbox);
    if (database) room.closing.push(() => database.drop());
    return room;
  }

  /** An agency of its own. */
  async agency(): Promise<Scope> {
    const agency = await this.test.app.get(Agencies).create('Bureau Noord');
    return systemScope(agency.id, 'test');
  }

  async merchant(scope: Scope): Promise<Id> {
    return (await this.test.app.get(Merchants).create(scope, { name: 'Kaas & Co' })).id;
  }

  /** A webshop whose keys are proven in this environment. */
  async stall(scope: Scope, environment: Environment = 'production', merchant?: Id) {
    const { app } = this.test;
    const merchantId = merchant ?? (await this.merchant(scope));
    const shop = await app.get(Shops).create(scope, merchantId, { name: 'Kaas' });
    const counter = await app.get(PointsOfSale).create(scope, shop.id, { name: 'Online' });
    const url = `https://${newId()}.example`;
    const webshop = await app.get(Webshops).create(scope, counter.id, { url });
    const place = { webshopId: webshop.id, environment };
    const bank = await this.bank.webshop(environment);
    const held = app.get(TokenSource) as HeldTokens;
    held.tokens.set(`${webshop.id} ${environment}`, bank.refreshToken);
    const inside: WebshopScope = { ...scope, merchantId, place };
    const at = this.clock.now();
    await app.get(Work).run(inside, (tx) => app.get(Webshops).keysProven(tx, place, at));
    const path = `/v1/webshops/${webshop.id}/environments/${environment}/payment-methods`;
    return { scope: inside, merchantId, bank, path } satisfies Stall;
  }

  async staff(scope: Scope, role: AgencyRole, email = `${role}-${newId()}@agency.test`) {
    await this.test.app.get(People).addAgencyMember(scope, { email, password, role });
    return this.signedIn(email);
  }

  async ownerOf(scope: Scope, merchantId: Id, email = `${newId()}@merchant.test`) {
    const member = { email, password, role: 'owner' } as const;
    await this.test.app.get(People).addMerchantMember(scope, merchantId, member);
    return this.signedIn(email);
  }

  /** Rounds of asking the bank, until nothing is due. */
  async look(): Promise<number> {
    const asked = await this.make(BrandsSweep).round();
    return asked === 0 ? 0 : asked + (await this.look());
  }

  /** One round of reminding. */
  remind(): Promise<number> {
    return this.make(RemindersSweep).round();
  }

  /** Another worker with its own sweeps, on the same rows. */
  make<T extends BrandsSweep | RemindersSweep>(kind: Sweep<T>): T {
    const { app } = this.test;
    const needs = Reflect.getMetadata('design:paramtypes', kind) as never[];
    return new kind(...needs.map((need): never => app.get(need, { strict: false })));
  }

  async request(by: TestCaller, merchantId: Id, brand: string) {
    const path = `/v1/merchants/${merchantId}/method-contracts`;
    return by.post<MethodContractDetail>(path, { brand });
  }

  /** An order of production that was paid now. */
  paid(merchantId: Id, brand: string, cents: number): Id {
    const held = this.test.app.get(PaidByBrand) as HeldOrders;
    const orderId = newId();
    held.orders.push({ orderId, merchantId, brand, cents, paidAt: this.clock.now() });
    return orderId;
  }

  /** A right form for Billink. */
  billink(by: TestCaller, merchantId: Id, changes: object = {}) {
    return by.put<Billink>(`/v1/merchants/${merchantId}/billink`, {
      ...{ inNetherlands: true, dutchConsumers: true, noExcludedGoods: true, goods: 'Kaas' },
      ...{ vatNumber: 'NL004495445B01', serviceEmail: 'service@kaas.example' },
      ...{ servicePhone: '+31 30 123 45 67', serviceUrl: null, consent: true, ...changes },
    });
  }

  step(by: TestCaller, id: Id, step: string, more: object = {}) {
    return by.post<MethodContractDetail>(`/v1/method-contracts/${id}/steps`, { step, ...more });
  }

  async contract(by: TestCaller, id: Id): Promise<MethodContractDetail> {
    return (await by.get<MethodContractDetail>(`/v1/method-contracts/${id}`)).body;
  }

  /** What a webshop has of a brand. */
  async method(by: TestCaller, { path }: Stall, brand: string) {
    const { body } = await by.get<WebshopMethods>(path);
    return { ...body, method: body.items.find((item) => item.brand === brand)! };
  }

  /** The mails that were carried, as they stand in the outbox. */
  mails(): string[] {
    const files = readdirSync(this.outbox).filter((file) => file.endsWith('.eml'));
    const texts = files.map((file) => readFileSync(join(this.outbox, file), 'utf8'));
    return texts.map((text) => text.replaceAll(/=\r?\n/g, ''));
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

  private async signedIn(email: string): Promise<TestCaller> {
    const browser = TestCaller.browser(this.test.app);
    const { status } = await browser.signIn(email, password);
    if (status !== 201) throw new Error(`Signing in answered ${status}.`);
    return browser;
  }
}

type Sweep<T> = new (...needs: never[]) => T;
