import { Global, Module } from '@nestjs/common';
import { AccessHttpModule, People } from '@toonbank/access/server';
import { Agencies, AgencyHttpModule } from '@toonbank/agency/server';
import { AuditHttpModule } from '@toonbank/audit/server';
import type { BillingRun, Invoice, InvoicePage } from '@toonbank/billing/contract';
import { MerchantHttpModule, Merchants, Turnovers } from '@toonbank/merchant/server';
import { type Scope, systemScope } from '@toonbank/platform/db';
import { type AgencyRole, type Id, newId } from '@toonbank/primitives';
import {
  PointsOfSale,
  ShopHttpModule,
  Shops,
  VirtualKeyIssuer,
  Webshops,
} from '@toonbank/shop/server';
import {
  type SystemApp,
  systemProcess,
  testApp,
  type TestApp,
  TestCaller,
  TestClock,
  type TestProcess,
  wholeDatabase,
} from '@toonbank/testing';
import { BillingSweep } from './billing-sweep';
import { BillingHttpModule } from './billing.http.module';
import { billingTables } from './tables';

/** So long before that the month before had URLs. */
const monthsMs = 54 * 24 * 3_600_000;

type Needs = ConstructorParameters<typeof BillingSweep>;

const password = 'correct horse battery';

const issuer: VirtualKeyIssuer = {
  prepare: async () => async () => ({ signingKey: 'signing', refreshToken: 'refresh' }),
};

@Global()
@Module({
  providers: [
    { provide: VirtualKeyIssuer, useValue: issuer },
    { provide: Turnovers, useValue: { until: async () => new Map() } },
  ],
  exports: [VirtualKeyIssuer, Turnovers],
})
class RoomsBeside {}

const rooms = [
  AuditHttpModule,
  AccessHttpModule,
  AgencyHttpModule,
  MerchantHttpModule,
  ShopHttpModule,
  BillingHttpModule,
  RoomsBeside,
];

export const letterhead = {
  name: 'Bureau Noord',
  address: ['Kade 1', '1011 AA Amsterdam'],
  vatNumber: 'NL123456782B12',
  kvkNumber: '12345678',
  iban: null,
};

/** A shop of a merchant, with where its webshops stand. */
export interface TestShop {
  readonly merchantId: Id;
  readonly shopId: Id;
  readonly counterId: Id;
}

/** An agency, with its merchants made as the clock stands; its people sign in when they are asked for. */
export class TestAgency {
  constructor(
    readonly scope: Scope,
    private readonly test: TestApp,
  ) {}

  async as(role: AgencyRole): Promise<TestCaller> {
    const email = `${newId()}@agency.test`;
    await this.test.app.get(People).addAgencyMember(this.scope, { email, password, role });
    return this.signedIn(email);
  }

  async asMerchant(merchantId: Id): Promise<TestCaller> {
    const email = `${newId()}@merchant.test`;
    const member = { email, password, role: 'owner' } as const;
    await this.test.app.get(People).addMerchantMember(this.scope, merchantId, member);
    return this.signedIn(email);
  }

  async shop(name: string, urls: number): Promise<TestShop> {
    const { app } = this.test;
    const merchant = await app.get(Merchants).create(this.scope, { name });
    const shop = await app.get(Shops).create(this.scope, merchant.id, { name: `${name} winkel` });
    const counter = await app.get(PointsOfSale).create(this.scope, shop.id, { name: 'Online' });
    const place = { merchantId: merchant.id, shopId: shop.id, counterId: counter.id };
    for (let left = urls; left > 0; left--) await this.url(place);
    return place;
  }

  url({ counterId }: TestShop) {
    const url = `https://${newId()}.example`;
    return this.test.app.get(Webshops).create(this.scope, counterId, { url });
  }

  private async signedIn(email: string): Promise<TestCaller> {
    const browser = TestCaller.browser(this.test.app);
    const { status } = await browser.signIn(email, password);
    if (status !== 201) throw new Error(`Signing in answered ${status}.`);
    return browser;
  }
}

/** The room of billing on the rooms below it, in a time that tests move. */
export class BillingRoom {
  private readonly closing: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly test: TestApp,
    readonly clock: TestClock,
  ) {}

  static async open(): Promise<BillingRoom> {
    const clock = new TestClock(new Date('2026-09-10T10:00:00Z'));
    return new BillingRoom(
      await testApp({ tables: [billingTables], imports: rooms, clock }),
      clock,
    );
  }

  /** On the tables of every room, in the time of the machine, for processes of the system beside it. */
  static async whole(): Promise<BillingRoom> {
    const database = await wholeDatabase();
    const clock = new TestClock(new Date());
    const tables = [billingTables];
    const room = new BillingRoom(await testApp({ tables, imports: rooms, clock, database }), clock);
    room.closing.push(() => database.drop());
    return room;
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
  }

  at(moment: string): void {
    this.clock.advance({ ms: new Date(moment).getTime() - this.clock.millis() });
  }

  /** Of another worker, on the same rows. */
  sweep(): BillingSweep {
    const needs = Reflect.getMetadata('design:paramtypes', BillingSweep) as never[];
    return new BillingSweep(
      ...(needs.map((need): never =>
        this.test.app.get(need, { strict: false }),
      ) as unknown as Needs),
    );
  }

  async agency(): Promise<TestAgency> {
    const { id } = await this.test.app.get(Agencies).create('Bureau');
    return new TestAgency(systemScope(id, 'test'), this.test);
  }

  /** An agency on 3 November (or then) with a merchant of 5 URLs and a fee of EUR 25.00 and 1.50 per URL. */
  async ready(payer: 'merchant' | 'agency' = 'agency', now = '2026-11-03T10:00:00.000Z') {
    const before = new Date(Date.parse(now) - monthsMs).toISOString();
    this.at(before);
    const agency = await this.agency();
    const shop = await agency.shop('Bakker', 5);
    this.at(now);
    const staff = await agency.as('owner');
    await staff.patch('/v1/billing/settings', { letterhead });
    await staff.post('/v1/billing/fees', {
      ...{ merchantId: null, from: `${before.slice(0, 4)}-01`, until: null, month: 2500, url: 150 },
    });
    await this.bill(staff, shop, payer);
    return { agency, shop, staff };
  }

  async bill(staff: TestCaller, { merchantId }: TestShop, payer: 'merchant' | 'agency') {
    const billedTo = {
      name: 'Bakker BV',
      address: ['Markt 2', '3511 AA Utrecht'],
      vatNumber: null,
    };
    await staff.patch(`/v1/merchants/${merchantId}/billing`, { payer, billedTo });
  }
}

export async function close(staff: TestCaller, month = '2026-10') {
  const seen = await staff.get<BillingRun>(`/v1/billing/runs/${month}`);
  const { total } = seen.body;
  return staff.post<BillingRun>(`/v1/billing/runs/${month}/close`, { total });
}

export async function invoicesOf(caller: TestCaller, query = ''): Promise<InvoicePage['items']> {
  return (await caller.get<InvoicePage>(`/v1/invoices${query}`)).body.items;
}

export async function firstInvoice(caller: TestCaller): Promise<Invoice> {
  const [first] = await invoicesOf(caller);
  return (await caller.get<Invoice>(`/v1/invoices/${first!.id}`)).body;
}
