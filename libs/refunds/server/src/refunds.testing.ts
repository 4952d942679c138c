import { AccessHttpModule, ApiKeys, People } from '@toonbank/access/server';
import { Agencies, AgencyHttpModule } from '@toonbank/agency/server';
import { AuditHttpModule } from '@toonbank/audit/server';
import { BankClientModule } from '@toonbank/bank-client/server';
import { KeysHttpModule, KeysService } from '@toonbank/keys/server';
import { MerchantHttpModule, Merchants } from '@toonbank/merchant/server';
import { CreateOrder } from '@toonbank/orders/contract';
import {
  AnnouncingService,
  OrdersHttpModule,
  OrdersService,
  ResultsService,
  type VerifiedPage,
} from '@toonbank/orders/server';
import { Sweeper, systemScope, type Scope, Work, type WebshopScope } from '@toonbank/platform/db';
import { type AgencyRole, euro, type Id, newId } from '@toonbank/primitives';
import type { Refund } from '@toonbank/refunds/contract';
import {
  PointsOfInteraction,
  PointsOfSale,
  ShopHttpModule,
  Shops,
  Webshops,
} from '@toonbank/shop/server';
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
import { RefundSending } from './refund-sending';
import { RefundSweep } from './refund-sweep';
import { RefundsHttpModule } from './refunds.http.module';
import { RefundsRepository } from './refunds.repository';
import { refundsTables } from './tables';

const rooms = [
  ...[AuditHttpModule, AccessHttpModule, AgencyHttpModule, MerchantHttpModule, ShopHttpModule],
  ...[BankClientModule, KeysHttpModule, OrdersHttpModule, RefundsHttpModule],
];
const password = 'correct horse battery';

/** A webshop that sells, and its software. */
export interface Selling {
  readonly scope: WebshopScope;
  readonly bank: BankWebshop;
  readonly apiKey: string;
}

/** The refunds on the rooms below them, with an emulated bank whose clock goes along with ours. */
export class RefundRoom {
  private constructor(
    readonly api: TestApp,
    readonly bank: TestBank,
    readonly clock: TestClock,
    readonly sweep: RefundSweep,
    private readonly drop: () => Promise<void>,
  ) {}

  /** `whole`: on the tables of every room, for processes of the system beside it. */
  static async open({ whole = false } = {}): Promise<RefundRoom> {
    const database = whole ? await wholeDatabase() : undefined;
    const bank = await TestBank.start();
    const clock = new TestClock(new Date());
    const config = { bankUrls: { sandbox: bank.url, production: bank.url } };
    const tables = [refundsTables];
    const api = await testApp({
      ...{ tables, imports: rooms, config, clock },
      ...(database && { database }),
    });
    const { app } = api;
    // Moved by the tests, not by its timer.
    const sweep = new RefundSweep(
      app.get(Sweeper),
      app.get(Work),
      app.get(RefundsRepository, { strict: false }),
      app.get(RefundSending, { strict: false }),
      clock,
    );
    return new RefundRoom(api, bank, clock, sweep, async () => database?.drop());
  }

  async selling(): Promise<Selling> {
    const { app } = this.api;
    const agency = await app.get(Agencies).create('Bureau');
    const scope = systemScope(agency.id, 'test');
    const merchant = await app.get(Merchants).create(scope, { name: 'Demo' });
    const shop = await app.get(Shops).create(scope, merchant.id, { name: 'Demo' });
    const counter = await app.get(PointsOfSale).create(scope, shop.id, { name: 'Online' });
    const url = `https://${newId()}.example`;
    const webshop = await app.get(Webshops).create(scope, counter.id, { url });
    const place = { webshopId: webshop.id, environment: 'production' } as const;
    const inside: WebshopScope = { ...scope, merchantId: merchant.id, place };
    const bank = await this.bank.webshop('production');
    await app.get(PointsOfInteraction).set(inside, { poiId: String(bank.poiId) });
    await app.get(KeysService).enter(inside, bank);
    const { key: apiKey } = await app.get(ApiKeys).issue(inside, place);
    return { scope: inside, bank, apiKey };
  }

  /** An order of EUR 12.50, or another amount, that was paid at the bank and is known here. */
  async paid(selling: Selling, cents = 1250, brand = 'IDEAL'): Promise<Id> {
    const order = await this.announced(selling, cents);
    await this.bank.pay(selling.bank, brand);
    await this.learn(selling, order, this.clock.now());
    return order;
  }

  async announced({ scope }: Selling, cents = 1250): Promise<Id> {
    const order = CreateOrder.parse({
      merchantOrderId: newId().replaceAll('-', '').slice(-20),
      amount: euro(cents),
      returnUrl: 'https://shop.example/return',
    });
    const announcing = this.api.app.get(AnnouncingService, { strict: false });
    return (await announcing.create(scope, newId(), order)).id;
  }

  /** We are told that an order was paid at a moment, as its payment is in the bank's books. */
  async learn({ scope, bank }: Selling, order: Id, at: Date): Promise<void> {
    const { app } = this.api;
    const known = await app.get(OrdersService, { strict: false }).get(scope, order);
    const { merchantOrderId, total } = known;
    const omnikassaOrderId = known.announcements[0]!.omnikassaOrderId!;
    const payment = (await this.bank.payments()).find((p) => p.orderId === omnikassaOrderId)!;
    const { id, brand: paymentBrand } = payment;
    const { amount: cents } = total;
    const page: VerifiedPage = {
      ...{ id: newId(), merchantId: scope.merchantId, ...scope.place, poiId: String(bank.poiId) },
      results: [
        {
          ...{ omnikassaOrderId, merchantOrderId, poiId: String(bank.poiId), currency: 'EUR' },
          ...{ orderStatus: 'COMPLETED', paid: cents, total: cents },
          transactions: [
            {
              ...{ id, paymentBrand, type: 'PAYMENT', status: 'SUCCESS' },
              ...{ amount: cents, confirmedAmount: cents, startedAt: at, updatedAt: at },
            },
          ],
        },
      ],
    };
    const results = app.get(ResultsService, { strict: false });
    await app.get(Work).run(scope, (tx) => results.apply(tx, page));
  }

  shop({ apiKey }: Selling): TestCaller {
    return TestCaller.shop(this.api.app, apiKey);
  }

  /** Somebody of the agency who has just signed in. */
  async staff({ agencyId }: Pick<Scope, 'agencyId'>, role: AgencyRole): Promise<TestCaller> {
    const email = `${newId()}@agency.test`;
    const people = this.api.app.get(People);
    await people.addAgencyMember(systemScope(agencyId, 'test'), { email, password, role });
    const browser = TestCaller.browser(this.api.app);
    await browser.signIn(email, password);
    return browser;
  }

  ask<T = Refund>(caller: TestCaller, order: Id, { key = newId(), ...body }: Asked = {}) {
    const path = `/v1/orders/${order}/refunds`;
    const { cents, ...more } = body;
    return caller.with({ 'idempotency-key': key }).post<T>(path, {
      ...{ description: 'Retour', ...more },
      ...(cents !== undefined && { amount: euro(cents) }),
    });
  }

  /** Time passes here and at the bank. */
  async pass(hours: number): Promise<void> {
    this.clock.advance({ hours });
    await this.bank.settings({ clockOffsetMs: this.clock.millis() - Date.now() });
  }

  /** A part of the system in a process of its own, which dies at the failpoint. */
  process(failpoint: string, app: SystemApp['app'] = 'api'): Promise<TestProcess> {
    return systemProcess(this.api.config, { app, failpoint });
  }

  /** Cents that the bank's ledger holds as given back of an order's payments, and how many refunds. */
  async ledger(order: Id, { scope }: Selling) {
    const orders = this.api.app.get(OrdersService, { strict: false });
    const ids = (await orders.get(scope, order)).transactions.map(({ id }) => id);
    const all = (await this.bank.refunds()).filter((r) => ids.includes(r.transactionId));
    const held = all.filter(({ status }) => status !== 'FAILED');
    return {
      count: all.length,
      cents: held.reduce((sum, { refundMoney }) => sum + Number(refundMoney.amount), 0),
    };
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.bank.stop();
    await this.drop();
  }
}

interface Asked {
  readonly key?: string;
  readonly cents?: number;
  readonly description?: string;
  readonly vatCategory?: string;
  readonly reason?: string;
}
