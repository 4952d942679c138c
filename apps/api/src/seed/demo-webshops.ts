import type { INestApplicationContext } from '@nestjs/common';
import { ApiKeys } from '@toonbank/access/server';
import { KeysService } from '@toonbank/keys/server';
import { Merchants } from '@toonbank/merchant/server';
import { dayAfter, dayOf } from '@toonbank/platform/clock';
import type { Scope, WebshopScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { VirtualPair } from '@toonbank/shop/contract';
import {
  PointsOfInteraction,
  PointsOfSale,
  Shops,
  WebshopEndings,
  Webshops,
} from '@toonbank/shop/server';
import type { BankControls, BankWebshop } from './bank-controls';
import type { PlannedMerchant, PlannedWebshop } from './demo-plan';

const dayMs = 24 * 3_600_000;
/** How the emulated bank makes keys unless it is told otherwise. */
const usualKeys = { refreshTokenMs: 730 * dayMs, refreshTokenTellsExpiry: true };

/** A demo webshop in one environment, ready to sell. */
export interface DemoWebshop {
  readonly plan: PlannedWebshop;
  readonly scope: WebshopScope;
  readonly bank: BankWebshop;
  readonly virtual: VirtualPair;
}

/** Makes merchants and webshops here and at the bank, through the same services as everybody. */
export class DemoWebshops {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly bank: BankControls,
    private readonly webhookUrl: string,
  ) {}

  async merchant(
    scope: Scope,
    plan: PlannedMerchant,
  ): Promise<{ id: Id; webshops: DemoWebshop[] }> {
    const { id } = await this.app.get(Merchants).create(scope, { name: plan.name });
    const shop = await this.app.get(Shops).create(scope, id, { name: plan.name });
    const online = { name: `${plan.name} online` };
    const pointOfSale = await this.app.get(PointsOfSale).create(scope, shop.id, online);
    const webshops: DemoWebshop[] = [];
    for (const planned of plan.webshops) {
      const { url, environments } = planned;
      const webshop = await this.app.get(Webshops).create(scope, pointOfSale.id, { url });
      for (const environment of environments) {
        const place = { webshopId: webshop.id, environment };
        const inside: WebshopScope = { ...scope, merchantId: id, place };
        const bank = await this.connect(inside, plan.name, planned);
        const virtual = webshop.virtualKeys[environment];
        webshops.push({ plan: planned, scope: inside, bank, virtual });
      }
      if (planned.lastDay !== undefined) await this.end(scope, webshop.id, planned.lastDay);
    }
    return { id, webshops };
  }

  async apiKey({ scope }: DemoWebshop): Promise<string> {
    return (await this.app.get(ApiKeys).issue(scope, scope.place)).key;
  }

  private async end(scope: Scope, id: Id, days: number): Promise<void> {
    const ending = { endsOn: dayAfter(dayOf(new Date()), days), reason: 'Demo' };
    await this.app.get(WebshopEndings).set(scope, id, ending);
  }

  private async connect(
    scope: WebshopScope,
    merchant: string,
    { url, keysLiveDays, keysTellNoExpiry }: PlannedWebshop,
  ): Promise<BankWebshop> {
    const { environment } = scope.place;
    const name = new URL(url).hostname;
    await this.bank.turn({
      ...usualKeys,
      ...(keysLiveDays && { refreshTokenMs: keysLiveDays * dayMs }),
      ...(keysTellNoExpiry && { refreshTokenTellsExpiry: false }),
    });
    const bank = await this.bank.webshop(merchant, name, environment, this.webhookUrl);
    await this.bank.turn(usualKeys);
    await this.app.get(PointsOfInteraction).set(scope, { poiId: String(bank.poiId) });
    const { signingKey, refreshToken } = bank;
    await this.app.get(KeysService).enter(scope, { signingKey, refreshToken });
    return bank;
  }
}
