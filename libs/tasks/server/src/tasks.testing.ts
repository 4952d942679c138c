import { Global, Module } from '@nestjs/common';
import { AccessHttpModule, People } from '@toonbank/access/server';
import { Agencies, AgencyHttpModule } from '@toonbank/agency/server';
import { AuditHttpModule } from '@toonbank/audit/server';
import { BankClientModule } from '@toonbank/bank-client/server';
import { KeysHttpModule, keysTables, WaitingOrders } from '@toonbank/keys/server';
import { MerchantHttpModule, Merchants } from '@toonbank/merchant/server';
import { type Scope, systemScope, Work } from '@toonbank/platform/db';
import { Relay, RelayWorkerModule, type Waiting, Waits } from '@toonbank/platform/outbox';
import { type AgencyRole, type Id, newId } from '@toonbank/primitives';
import { PointsOfSale, ShopHttpModule, Shops, Webshops } from '@toonbank/shop/server';
import { testApp, type TestApp, TestCaller, TestClock } from '@toonbank/testing';
import { tasksTables } from './tables';
import { TasksHttpModule } from './tasks.http.module';
import { TasksWorkerModule } from './tasks.worker.module';

const noOrders: WaitingOrders = { before: () => Promise.resolve(0) };

/** The room of orders, which the keys ask, stands above and is not here. */
@Global()
@Module({
  providers: [{ provide: WaitingOrders, useValue: noOrders }],
  exports: [WaitingOrders],
})
class NoOrdersModule {}

const imports = [
  ...[AuditHttpModule, AccessHttpModule, AgencyHttpModule, MerchantHttpModule, ShopHttpModule],
  ...[BankClientModule, KeysHttpModule, NoOrdersModule],
  ...[TasksHttpModule, TasksWorkerModule, RelayWorkerModule],
];
const password = 'correct horse battery';

/** An agency with one webshop, in which something can wait. */
export interface Desk {
  readonly scope: Scope;
  readonly merchantId: Id;
  readonly webshopId: Id;
}

/** The tasks on the rooms below them, fed by a relay that the tests turn. */
export class TaskRoom {
  private constructor(
    private readonly test: TestApp,
    readonly clock: TestClock,
  ) {}

  static async open(): Promise<TaskRoom> {
    const clock = new TestClock();
    return new TaskRoom(
      await testApp({ tables: [tasksTables, keysTables], imports, clock }),
      clock,
    );
  }

  async desk(): Promise<Desk> {
    const { app } = this.test;
    const agency = await app.get(Agencies).create('Bureau');
    const scope = systemScope(agency.id, 'test');
    const merchant = await app.get(Merchants).create(scope, { name: 'Demo Kaas' });
    const shop = await app.get(Shops).create(scope, merchant.id, { name: 'Demo' });
    const counter = await app.get(PointsOfSale).create(scope, shop.id, { name: 'Online' });
    const url = 'https://kaas.example';
    const webshop = await app.get(Webshops).create(scope, counter.id, { url });
    return { scope, merchantId: merchant.id, webshopId: webshop.id };
  }

  /** Somebody of the agency, signed in, with the id of their login. */
  async staff({ scope }: Desk, role: AgencyRole) {
    const email = `${newId()}@agency.test`;
    const { loginId } = await this.test.app
      .get(People)
      .addAgencyMember(scope, { email, password, role });
    const caller = TestCaller.browser(this.test.app);
    await caller.signIn(email, password);
    return { id: loginId, email, caller };
  }

  /** A room says that something waits; heard once the relay went round. */
  opened(desk: Desk, waiting: Partial<Waiting> = {}): Promise<void> {
    const { merchantId, webshopId, scope } = desk;
    const whole: Waiting = {
      ...{ key: `order-look:${newId()}`, kind: 'order-look', subjectId: newId() },
      ...{ merchantId, webshopId, environment: 'production', on: 'agency' },
      ...{ right: 'orders:read', since: this.clock.now(), facts: { number: 'DEMO1' } },
      ...waiting,
    };
    return this.work.run(scope, (tx) => this.test.app.get(Waits).open(tx, whole));
  }

  closed({ scope }: Desk, key: string): Promise<void> {
    return this.work.run(scope, (tx) => this.test.app.get(Waits).close(tx, key));
  }

  heard(): Promise<number> {
    return this.test.app.get(Relay).round();
  }

  close(): Promise<void> {
    return this.test.close();
  }

  private get work(): Work {
    return this.test.app.get(Work);
  }
}
