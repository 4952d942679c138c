import { Controller, Get, Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuditHttpModule } from '@toonbank/audit/server';
import type { Config } from '@toonbank/platform/config';
import { Vault } from '@toonbank/platform/crypto';
import { type Scope, systemScope, Work } from '@toonbank/platform/db';
import { InScope, Needs, Problem, Public } from '@toonbank/platform/http';
import { MailWorkerModule } from '@toonbank/platform/mail';
import { type AgencyRole, type Id, newId } from '@toonbank/primitives';
import { testApp, type TestApp, TestCaller, TestClock } from '@toonbank/testing';
import { AccessHttpModule } from './access.http.module';
import { People } from './people';
import { PlaceNames } from './place-names';
import { PlaceResolver } from './place-resolver';
import { accessTables } from './tables';

export const password = 'correct horse battery';

/** Whose the webshops of a test are; stands in for the room that keeps them. */
export const webshops = new Map<Id, { readonly agencyId: Id; readonly merchantId: Id }>();

/** The merchants of a test; stands in for the room that keeps them. */
const merchants = new Map<Id, Id>();

const names: PlaceNames = {
  nameOf: async ({ agencyId, merchantId }) => {
    if (!merchantId) return 'Bureau';
    if (merchants.get(merchantId) !== agencyId) throw Problem.notFound('merchant');
    return 'Bakker';
  },
};
const places: PlaceResolver = {
  merchantOf: async ({ agencyId, merchantId }, webshopId) => {
    const found = webshops.get(webshopId);
    const inside = found?.agencyId === agencyId && (merchantId ?? found.merchantId);
    return inside === found?.merchantId ? found?.merchantId : undefined;
  },
  mustWork: async () => {},
};

@Global()
@Module({
  providers: [
    { provide: PlaceNames, useValue: names },
    { provide: PlaceResolver, useValue: places },
  ],
  exports: [PlaceNames, PlaceResolver],
})
class RoomsAbove {}

/** Routes as other rooms have them, and one whose author forgot to say who may call it. */
@Controller('v1/probe')
class ProbeController {
  @Get('scope')
  @Needs('orders:read')
  scope(@InScope() scope: Scope): Scope {
    return scope;
  }

  @Get('webshops/:webshopId')
  @Needs('orders:read')
  webshop(): object {
    return { ok: true };
  }

  @Get('webshops/:webshopId/:environment')
  @Needs('orders:read')
  environment(): object {
    return { ok: true };
  }

  @Get('public')
  @Public('a test asks')
  public(): object {
    return { ok: true };
  }

  @Get('forgotten')
  // eslint-disable-next-line toonbank/route-guarded -- what the guard does when lint was not heard
  forgotten(): object {
    return { ok: true };
  }
}

@Module({ controllers: [ProbeController] })
class Probes {}

/** The access room by itself, with stand-ins for the rooms above. */
export class AccessRoom {
  private constructor(
    readonly test: TestApp,
    readonly clock: TestClock,
  ) {}

  static async open(config: Partial<Config> = {}): Promise<AccessRoom> {
    const clock = new TestClock();
    const imports = [AuditHttpModule, RoomsAbove, AccessHttpModule, MailWorkerModule, Probes];
    return new AccessRoom(await testApp({ tables: [accessTables], imports, clock, config }), clock);
  }

  get app(): NestFastifyApplication {
    return this.test.app;
  }

  get people(): People {
    return this.app.get(People);
  }

  browser(): TestCaller {
    return TestCaller.browser(this.app);
  }

  /** A new person who works at the agency (a new one, if none is named). */
  async staff(role: AgencyRole, agencyId = newId()): Promise<{ agencyId: Id; email: string }> {
    const email = `${newId()}@agency.test`;
    if (this.test.config.mail) await this.giveDataKey(agencyId);
    await this.people.addAgencyMember(systemScope(agencyId, 'test'), { email, password, role });
    return { agencyId, email };
  }

  /** Mail is sealed with the agency's key, which the room that keeps agencies makes. */
  private async giveDataKey(agencyId: Id): Promise<void> {
    const scope = systemScope(agencyId, 'test');
    await this.app.get(Work).run(scope, (tx) => this.app.get(Vault).createDataKey(tx));
  }

  /** A new person of a merchant. */
  async merchantOwner(agencyId = newId(), merchantId = newId()) {
    merchants.set(merchantId, agencyId);
    const email = `${newId()}@merchant.test`;
    const member = { email, password, role: 'owner' } as const;
    await this.people.addMerchantMember(systemScope(agencyId, 'test'), merchantId, member);
    return { agencyId, merchantId, email };
  }

  async signedIn(email: string): Promise<TestCaller> {
    const browser = this.browser();
    const { status } = await browser.signIn(email, password);
    if (status !== 201) throw new Error(`Signing in answered ${status}.`);
    return browser;
  }
}

/** What stands behind the `#` of a link. */
export function tokenIn(url: string): string {
  return new URL(url).hash.slice(1);
}
