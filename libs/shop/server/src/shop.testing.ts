import { Global, Module } from '@nestjs/common';
import { AccessHttpModule, People } from '@toonbank/access/server';
import { Agencies, AgencyHttpModule } from '@toonbank/agency/server';
import { AuditHttpModule } from '@toonbank/audit/server';
import { MerchantHttpModule, Merchants, Turnovers } from '@toonbank/merchant/server';
import type { Clock } from '@toonbank/platform/clock';
import { type Scope, systemScope } from '@toonbank/platform/db';
import { type AgencyRole, type Id, newId } from '@toonbank/primitives';
import type { CreatedWebshop, PointOfSale, Shop } from '@toonbank/shop/contract';
import { testApp, type TestApp, TestCaller, type TestDatabase } from '@toonbank/testing';
import { ShopHttpModule } from './shop.http.module';
import { shopTables } from './tables';
import { VirtualKeyIssuer } from './virtual-key-issuer';

const password = 'correct horse battery';

/**
 * Stands in for the keys above: pairs that say for what they were issued, made inside the
 * transaction.
 */
const issuer: VirtualKeyIssuer = {
  prepare: async () => async (tx, place) => {
    const words = `${place.merchantId} ${place.webshopId} ${place.environment}`;
    const [row] = await tx.sql<{ found: number }>(
      'select count(*)::int as found from webshop_environment where agency_id = $1 and webshop_id = $2',
      [tx.scope.agencyId, place.webshopId],
    );
    return { signingKey: `${words} of ${row?.found}`, refreshToken: `token ${words}` };
  },
};

@Global()
@Module({
  providers: [
    { provide: VirtualKeyIssuer, useValue: issuer },
    { provide: Turnovers, useValue: { until: async () => new Map() } },
  ],
  exports: [VirtualKeyIssuer, Turnovers],
})
class RoomsAbove {}

/** An agency with a merchant, and somebody of each. */
export interface Tenant {
  readonly scope: Scope;
  readonly merchantId: Id;
  readonly staff: TestCaller;
}

/** The shop room on the rooms below it, with stand-ins for the keys and orders above. */
export class ShopRoom {
  private constructor(readonly test: TestApp) {}

  /** On a fresh database, unless there is one with a past. */
  static async open(clock?: Clock, database?: TestDatabase): Promise<ShopRoom> {
    const rooms = [AuditHttpModule, AccessHttpModule, AgencyHttpModule, MerchantHttpModule];
    const imports = [...rooms, ShopHttpModule, RoomsAbove];
    const given = { ...(clock && { clock }), ...(database && { database }) };
    return new ShopRoom(await testApp({ tables: [shopTables], imports, ...given }));
  }

  async tenant(role: AgencyRole = 'developer'): Promise<Tenant> {
    const agency = await this.test.app.get(Agencies).create('Bureau');
    const scope = systemScope(agency.id, 'test');
    return { scope, merchantId: await this.merchant(scope), staff: await this.staff(scope, role) };
  }

  /** Somebody of the agency, who signs in now: for tests that let days pass. */
  async staff(scope: Scope, role: AgencyRole): Promise<TestCaller> {
    const email = `${newId()}@agency.test`;
    await this.test.app.get(People).addAgencyMember(scope, { email, password, role });
    return this.signedIn(email);
  }

  async merchant(scope: Scope): Promise<Id> {
    return (await this.test.app.get(Merchants).create(scope, { name: 'Bakker' })).id;
  }

  async personOf(scope: Scope, merchantId: Id): Promise<TestCaller> {
    const email = `${newId()}@merchant.test`;
    const member = { email, password, role: 'owner' } as const;
    await this.test.app.get(People).addMerchantMember(scope, merchantId, member);
    return this.signedIn(email);
  }

  /** Through the API: shop, point of sale, webshop. */
  async webshop({ staff, merchantId }: Tenant, url = 'https://bakker.example') {
    const shop = await staff.post<Shop>(`/v1/merchants/${merchantId}/shops`, { name: 'Bakker' });
    const path = `/v1/shops/${shop.body.id}/points-of-sale`;
    const pointOfSale = await staff.post<PointOfSale>(path, { name: 'Online' });
    const webshops = `/v1/points-of-sale/${pointOfSale.body.id}/webshops`;
    const webshop = await staff.post<CreatedWebshop>(webshops, { url });
    return { shop: shop.body, pointOfSale: pointOfSale.body, webshop: webshop.body };
  }

  private async signedIn(email: string): Promise<TestCaller> {
    const browser = TestCaller.browser(this.test.app);
    const { status } = await browser.signIn(email, password);
    if (status !== 201) throw new Error(`Signing in answered ${status}.`);
    return browser;
  }
}
