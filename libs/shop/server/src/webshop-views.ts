import { Injectable } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import { Merchants } from '@toonbank/merchant/server';
import { Clock } from '@toonbank/platform/clock';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import type { ListedWebshop, WebshopDetail, WebshopEnvironment } from '@toonbank/shop/contract';
import { ShopsRepository } from './shops.repository';
import {
  bankEndingOf,
  environmentToWire,
  type Names,
  type Telling,
  webshopToWire,
} from './webshop-wire';
import type { WebshopEnvironmentEntity } from './webshop-environment.entity';
import type { WebshopEntity } from './webshop.entity';
import { WebshopsRepository } from './webshops.repository';

type Where = Pick<
  WebshopDetail,
  'merchantId' | 'merchantName' | 'shopId' | 'shopName' | 'pointOfSaleName'
>;

/** Webshops as they are told, with the names of everything around them; in the caller's transaction. */
@Injectable()
export class WebshopViews {
  constructor(
    private readonly webshops: WebshopsRepository,
    private readonly shops: ShopsRepository,
    private readonly merchants: Merchants,
    private readonly names: PeopleNames,
    private readonly clock: Clock,
  ) {}

  /** What a point of sale belongs to. Throws a 404 problem when it is not inside the scope. */
  async where(tx: Tx, pointOfSaleId: Id): Promise<Where> {
    const pointOfSale = await this.shops.findPointOfSale(tx, pointOfSaleId);
    if (!pointOfSale) throw Problem.notFound('point of sale');
    const { merchantId, shopId, name: pointOfSaleName } = pointOfSale;
    const shop = await this.shops.findShop(tx, shopId);
    const merchantName = (await this.merchants.names(tx, [merchantId])).get(merchantId) ?? '';
    return { merchantId, merchantName, shopId, shopName: shop?.name ?? '', pointOfSaleName };
  }

  async detail(tx: Tx, row: WebshopEntity): Promise<WebshopDetail> {
    const rows = await this.webshops.environments(tx, [row.id]);
    const where = await this.where(tx, row.pointOfSaleId);
    const names = await this.names.of(tx, [
      ...[row.endingSetBy, row.bankEndSaidBy],
      ...rows.flatMap(actors),
    ]);
    const environments = rows.map((environment) => environmentToWire(environment, names));
    const endingAtBank = bankEndingOf(row, names);
    return { ...webshopToWire(row, this.telling(names)), ...where, environments, endingAtBank };
  }

  async environment(tx: Tx, { webshopId, environment }: WebshopPlace): Promise<WebshopEnvironment> {
    const rows = await this.webshops.environments(tx, [webshopId]);
    const row = rows.find((known) => known.environment === environment);
    if (!row) throw Problem.notFound('webshop');
    return environmentToWire(row, await this.names.of(tx, actors(row)));
  }

  /** Three queries, however many webshops. */
  async listed(tx: Tx, rows: readonly WebshopEntity[]): Promise<ListedWebshop[]> {
    const environments = await this.webshops.environments(
      tx,
      rows.map(({ id }) => id),
    );
    const acted = [...rows.map(({ endingSetBy }) => endingSetBy), ...environments.flatMap(actors)];
    const names = await this.names.of(tx, acted);
    const merchantIds = rows.map(({ merchantId }) => merchantId);
    const merchants = await this.merchants.names(tx, merchantIds);
    return rows.map((row) => ({
      ...webshopToWire(row, this.telling(names)),
      merchantName: merchants.get(row.merchantId) ?? '',
      environments: environments
        .filter(({ webshopId }) => webshopId === row.id)
        .map((environment) => environmentToWire(environment, names)),
    }));
  }

  private telling(names: Names): Telling {
    return { names, now: this.clock.now() };
  }
}

function actors({ addedBy, signedBy }: WebshopEnvironmentEntity): (Id | null)[] {
  return [addedBy, signedBy];
}
