import { Module } from '@nestjs/common';
import { AccessHttpModule, People } from '@toonbank/access/server';
import { Agencies, AgencyHttpModule } from '@toonbank/agency/server';
import { AuditHttpModule } from '@toonbank/audit/server';
import { BankClientModule } from '@toonbank/bank-client/server';
import { BillingHttpModule } from '@toonbank/billing/server';
import type { Export, ExportLink, RequestExport } from '@toonbank/exports/contract';
import { KeysHttpModule } from '@toonbank/keys/server';
import { MerchantHttpModule, Merchants } from '@toonbank/merchant/server';
import { CreateOrder } from '@toonbank/orders/contract';
import { AnnouncingService, OrdersHttpModule } from '@toonbank/orders/server';
import type { Clock } from '@toonbank/platform/clock';
import type { Config } from '@toonbank/platform/config';
import { type Scope, systemScope, Work, type WebshopScope } from '@toonbank/platform/db';
import { MailWorkerModule } from '@toonbank/platform/mail';
import { RelayWorkerModule } from '@toonbank/platform/outbox';
import { type AgencyRole, euro, type Id, newId } from '@toonbank/primitives';
import { RefundsHttpModule } from '@toonbank/refunds/server';
import { PointsOfSale, ShopHttpModule, Shops, Webshops } from '@toonbank/shop/server';
import { TasksHttpModule, tasksTables, TasksWorkerModule } from '@toonbank/tasks/server';
import {
  systemProcess,
  testApp,
  type TestApp,
  TestCaller,
  TestClock,
  type TestProcess,
} from '@toonbank/testing';
import { expect } from 'vitest';
import { ExportsHttpModule } from './exports.http.module';
import { ExportsModule } from './exports.module';
import { ExportsMakingModule } from './exports.making.module';
import { ExportsWorkerModule } from './exports.worker.module';
import { ExportClaims } from './making/export-claims';
import { ExportFinish } from './making/export-finish';
import { ExportMaking } from './making/export-making';
import { ExportRows } from './making/export-rows';
import { FileSweep } from './making/file-sweep';
import { ScheduleSweep } from './schedules/schedule-sweep';
import { manyOrders, type PutOrder, putOrders } from './put-orders.testing';
import { exportsTables } from './tables';

export type { PutOrder } from './put-orders.testing';

const rooms = [
  ...[AuditHttpModule, AccessHttpModule, AgencyHttpModule, MerchantHttpModule, ShopHttpModule],
  ...[BankClientModule, KeysHttpModule, OrdersHttpModule, RefundsHttpModule, BillingHttpModule],
  ...[TasksHttpModule, ExportsHttpModule],
];
const password = 'correct horse battery';

const everything = [
  ...[ExportsWorkerModule, ExportsMakingModule, MailWorkerModule],
  ...[RelayWorkerModule, TasksWorkerModule],
];

/** What makes exports, without what finds out that there are any to make. */
@Module({
  imports: [ExportsModule],
  providers: [ExportClaims, ExportFinish, ExportMaking, ExportRows],
})
class MakingByHand {}

/** A webshop of a merchant, with the shop it stands in. */
export interface Stall {
  readonly scope: WebshopScope;
  readonly shopId: Id;
}

export interface RoomOptions {
  readonly config?: Partial<Config>;
  /** `by-hand`: nothing is made until a test says so, or another process does it. */
  readonly works?: boolean | 'by-hand';
  /** Left out: one that tests move. */
  readonly clock?: Clock;
}

/** The exports on the rooms below them, and who makes them, in a time that tests move. */
export class ExportRoom {
  private constructor(
    readonly test: TestApp,
    readonly clock: TestClock,
  ) {}

  static async open({ config = {}, works = true, clock: own }: RoomOptions = {}) {
    const clock = new TestClock();
    const workers = works === 'by-hand' ? [MakingByHand] : works ? everything : [];
    const test = await testApp({
      ...{ tables: [exportsTables, tasksTables], imports: [...rooms, ...workers], config },
      clock: own ?? clock,
    });
    return new ExportRoom(test, clock);
  }

  get app() {
    return this.test.app;
  }

  async agency(): Promise<Scope> {
    const { id } = await this.app.get(Agencies).create('Bureau');
    return systemScope(id, 'test');
  }

  async stall(scope: Scope, name = 'Bakker'): Promise<Stall> {
    const merchant = await this.app.get(Merchants).create(scope, { name });
    const shop = await this.app.get(Shops).create(scope, merchant.id, { name: `${name} winkel` });
    return this.webshop({ ...scope, merchantId: merchant.id }, shop.id);
  }

  async webshop(scope: Scope & { readonly merchantId: Id }, shopId: Id): Promise<Stall> {
    const { agencyId, merchantId, actor } = scope;
    const outside = { agencyId, merchantId, actor };
    const counter = await this.app.get(PointsOfSale).create(outside, shopId, { name: 'Online' });
    const url = `https://${newId()}.example`;
    const webshop = await this.app.get(Webshops).create(outside, counter.id, { url });
    const place = { webshopId: webshop.id, environment: 'production' } as const;
    return { scope: { ...outside, place }, shopId };
  }

  /** Asked for as a shop does. There are no keys, so the bank does not take it: the row stands. */
  async order({ scope }: Stall, order: Partial<CreateOrder> = {}): Promise<Id> {
    const asked = CreateOrder.parse({
      ...{ merchantOrderId: newId().slice(-12), amount: euro(1250) },
      ...{ returnUrl: 'https://shop.example/return', ...order },
    });
    const announcing = this.app.get(AnnouncingService, { strict: false });
    await expect(announcing.create(scope, newId(), asked)).rejects.toThrow('bank-refused');
    const [row] = await this.app
      .get(Work)
      .read(scope, (tx) =>
        tx.sql<{ id: Id }>(
          'select id from orders where agency_id = $1 and merchant_order_id = $2',
          [...[scope.agencyId, asked.merchantOrderId]],
        ),
      );
    return row!.id;
  }

  /** Straight into the table, at any moment. Answers their ids. */
  putOrders({ scope }: Stall, orders: readonly PutOrder[]): Promise<Id[]> {
    return this.app.get(Work).run(scope, (tx) => putOrders(tx, orders, this.clock.now()));
  }

  /** As many as wanted, paid within the hour. */
  manyOrders({ scope }: Stall, count: number): Promise<void> {
    return this.app.get(Work).run(scope, (tx) => manyOrders(tx, count));
  }

  async staff(scope: Scope, role: AgencyRole = 'finance'): Promise<TestCaller> {
    const email = `${newId()}@agency.test`;
    await this.app.get(People).addAgencyMember(scope, { email, password, role });
    return this.signedIn(email);
  }

  async merchant({ scope }: Stall, role: 'owner' | 'viewer' = 'owner'): Promise<TestCaller> {
    const email = `${newId()}@merchant.test`;
    const { agencyId, merchantId, actor } = scope;
    const place = { agencyId, actor };
    await this.app.get(People).addMerchantMember(place, merchantId, { email, password, role });
    return this.signedIn(email);
  }

  ask<T = Export>(caller: TestCaller, asked: Partial<RequestExport> = {}) {
    return caller.post<T>('/v1/exports', {
      ...{ environment: 'production', kind: 'orders', format: 'csv' },
      ...{ from: '2026-11-01', until: '2026-11-24', ...asked },
    });
  }

  /** Asked for, made, fetched. */
  async text(caller: TestCaller, asked: Partial<RequestExport> = {}): Promise<string> {
    return (await this.bytes(caller, asked)).toString('utf8');
  }

  async bytes(caller: TestCaller, asked: Partial<RequestExport> = {}): Promise<Buffer> {
    const { body } = await this.ask(caller, asked);
    if (!body.id) throw new Error(JSON.stringify(body));
    await this.made(caller, body.id);
    return (await this.fetched(await this.link(caller, body.id))).rawPayload;
  }

  /** Waits until it has ended, whoever makes it. */
  async made(caller: TestCaller, id: Id, seconds = 20): Promise<Export> {
    for (const patience = Date.now() + seconds * 1_000; Date.now() < patience;) {
      const { body } = await caller.get<Export>(`/v1/exports/${id}`);
      if (body.endedAt) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The export did not end.');
  }

  async link(caller: TestCaller, id: Id): Promise<string> {
    const { body } = await caller.post<ExportLink>(`/v1/exports/${id}/link`);
    return body.url.slice(this.test.config.publicUrl.length);
  }

  fetched(path: string, method: 'GET' | 'HEAD' = 'GET') {
    return this.app.inject({ method, url: path });
  }

  get making(): ExportMaking {
    return this.app.get(ExportMaking, { strict: false });
  }

  get files(): FileSweep {
    return this.app.get(FileSweep, { strict: false });
  }

  get calendar(): ScheduleSweep {
    return this.app.get(ScheduleSweep, { strict: false });
  }

  /** A maker in a process of its own, which dies at the failpoint if there is one. */
  maker(failpoint?: string, nth?: number): Promise<TestProcess> {
    const dies = { ...(failpoint && { failpoint }), ...(nth && { nth }) };
    return systemProcess(this.test.config, { app: 'exports', ...dies });
  }

  close(): Promise<void> {
    return this.test.close();
  }

  private async signedIn(email: string): Promise<TestCaller> {
    const browser = TestCaller.browser(this.app);
    const { status } = await browser.signIn(email, password);
    if (status !== 201) throw new Error(`Signing in answered ${status}.`);
    return browser;
  }
}
