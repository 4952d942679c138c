import { Global, Module } from '@nestjs/common';
import { AccessHttpModule, accessTables, People, PlaceResolver } from '@toonbank/access/server';
import { Agencies, AgencyHttpModule } from '@toonbank/agency/server';
import { AuditHttpModule } from '@toonbank/audit/server';
import { type Scope, systemScope, type Tx } from '@toonbank/platform/db';
import { type AgencyRole, type Id, newId } from '@toonbank/primitives';
import { testApp, type TestApp, TestCaller, type TestClock } from '@toonbank/testing';
import { MerchantHttpModule } from './merchant.http.module';
import { ShopCounts } from './shop-counts';
import { merchantTables } from './tables';
import { Turnovers } from './turnovers';

const password = 'correct horse battery';

/** What merchants were paid, as the room of orders would tell: the tests say it. */
export class HeldTurnovers extends Turnovers {
  readonly paid = new Map<Id, number>();
  /** The days that were asked for. */
  readonly asked: string[] = [];

  override until(_tx: Tx, day: string): Promise<ReadonlyMap<Id, number>> {
    this.asked.push(day);
    return Promise.resolve(this.paid);
  }
}

/** Stands in for the shops and the orders above. */
@Global()
@Module({
  providers: [
    {
      provide: PlaceResolver,
      useValue: { merchantOf: async () => undefined, mustWork: async () => {} },
    },
    { provide: ShopCounts, useValue: { of: async () => new Map() } },
    { provide: Turnovers, useClass: HeldTurnovers },
  ],
  exports: [PlaceResolver, ShopCounts, Turnovers],
})
class NothingAbove {}

/** The merchants on the rooms below them. */
export class MerchantRoom {
  private constructor(readonly test: TestApp) {}

  static async open(clock?: TestClock): Promise<MerchantRoom> {
    const rooms = [AuditHttpModule, AccessHttpModule, AgencyHttpModule, MerchantHttpModule];
    const tables = [accessTables, merchantTables];
    const imports = [...rooms, NothingAbove];
    return new MerchantRoom(await testApp({ tables, imports, ...(clock && { clock }) }));
  }

  get turnovers(): HeldTurnovers {
    return this.test.app.get<Turnovers>(Turnovers) as HeldTurnovers;
  }

  /** A new agency, and somebody who works there. */
  async agency(role: AgencyRole = 'owner') {
    const { id } = await this.test.app.get(Agencies).create('Bureau Noord');
    const scope = systemScope(id, 'test');
    const email = `${newId()}@agency.test`;
    await this.test.app.get(People).addAgencyMember(scope, { email, password, role });
    return { id, scope, staff: await this.signedIn(email) };
  }

  async merchantPerson(scope: Scope, merchantId: Id): Promise<TestCaller> {
    const email = `${newId()}@merchant.test`;
    const member = { email, password, role: 'owner' } as const;
    await this.test.app.get(People).addMerchantMember(scope, merchantId, member);
    return this.signedIn(email);
  }

  private async signedIn(email: string): Promise<TestCaller> {
    const browser = TestCaller.browser(this.test.app);
    const { status } = await browser.signIn(email, password);
    if (status !== 201) throw new Error(`Signing in answered ${status}.`);
    return browser;
  }
}
