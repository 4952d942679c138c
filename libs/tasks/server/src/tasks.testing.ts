import { Global, Module } from '@nestjs/common';
import { AccessHttpModule, People } from '@toonbank/access/server';
import { Agencies, AgencyHttpModule } from '@toonbank/agency/server';
import { AuditHttpModule } from '@toonbank/audit/server';
import { BankClientModule } from '@toonbank/bank-client/server';
import { KeysHttpModule, keysTables, WaitingOrders } from '@toonbank/keys/server';
import { MerchantHttpModule, Merchants, Turnovers } from '@toonbank/merchant/server';
import { type Scope, systemScope, Work } from '@toonbank/platform/db';
import { Relay, RelayWorkerModule, type Waiting, Waits } from '@toonbank/platform/outbox';
import { type AgencyRole, type Id, newId } from '@toonbank/primitives';
import { PointsOfSale, ShopHttpModule, Shops, Webshops } from '@toonbank/shop/server';
import {
  type SystemApp,
  systemProcess,
  testApp,
  type TestApp,
  TestCaller,
  TestClock,
  type TestProcess,
} from '@toonbank/testing';
import { tasksTables } from './tables';
import { TasksHttpModule } from './tasks.http.module';
import { TasksWorkerModule } from './tasks.worker.module';

const noOrders: WaitingOrders = {
  announced: (_tx, asked) => Promise.resolve(asked.map(() => 0)),
};

/** The room of orders, which the keys and merchants ask, stands above and is not here. */
@Global()
@Module({
  providers: [
    { provide: WaitingOrders, useValue: noOrders },
    { provide: Turnovers, useValue: { until: async () => new Map() } },
  ],
  exports: [WaitingOrders, Turnovers],
})
class NoOrdersModule {}

const rooms = [
  ...[AuditHttpModule, AccessHttpModule, AgencyHttpModule, MerchantHttpModule, ShopHttpModule],
  ...[BankClientModule, KeysHttpModule, NoOrdersModule, TasksHttpModule],
];
const workers = [TasksWorkerModule, RelayWorkerModule];
const tables = [tasksTables, keysTables];
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

  /** `works`: without, nothing is heard but by workers of their own. */
  static async open({ works = true, now = new TestClock().now() } = {}): Promise<TaskRoom> {
    const clock = new TestClock(now);
    const imports = works ? [...rooms, ...workers] : rooms;
    return new TaskRoom(await testApp({ tables, imports, clock }), clock);
  }

  /** A worker in a process of its own. */
  process(part: Omit<SystemApp, 'app'>): Promise<TestProcess> {
    return systemProcess(this.test.config, { app: 'worker', ...part });
  }

  /** Another worker on the same rows, at another time. */
  worker(now: Date): Promise<TestApp> {
    const { database, config } = this.test;
    const clock = new TestClock(now);
    const { redisUrl, redisPrefix } = config;
    const imports = [...rooms, ...workers];
    return testApp({ tables, imports, database, clock, config: { redisUrl, redisPrefix } });
  }

  /** What nobody has noted as told yet, and how often somebody has heard something. */
  async telling({ scope }: Desk): Promise<{ waiting: number; heard: number }> {
    const [row] = await this.work.read(scope, (tx) =>
      tx.sql<{ waiting: number; heard: number }>(
        `select
           (select count(*)::int from outbox_event
             where agency_id = $1 and due_at is not null) as waiting,
           (select count(*)::int from outbox_receipt where agency_id = $1) as heard`,
        [scope.agencyId],
      ),
    );
    return row!;
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
      dueAt: new Date(this.clock.millis() + 86_400_000),
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
