import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, type WebshopScope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { Environment, type Id, newId } from '@toonbank/primitives';
import type {
  CreatedWebshop,
  CreateWebshop,
  WebshopDetail,
  WebshopEnvironment,
} from '@toonbank/shop/contract';
import { ShopsRepository } from './shops.repository';
import { VirtualKeyIssuer } from './virtual-key-issuer';
import { detailToWire, environmentToWire } from './webshop-wire';
import type { WebshopEntity } from './webshop.entity';
import { WebshopsRepository } from './webshops.repository';

/**
 * The webshops and their two environments. Each method opens its own `Work`; what is not inside the
 * scope is a 404 problem.
 */
@Injectable()
export class Webshops {
  constructor(
    private readonly work: Work,
    private readonly webshops: WebshopsRepository,
    private readonly shops: ShopsRepository,
    private readonly issuer: VirtualKeyIssuer,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A webshop with both environments and a virtual pair in each; the pairs are told this once. */
  async create(scope: Scope, pointOfSaleId: Id, { url }: CreateWebshop): Promise<CreatedWebshop> {
    const issue = await this.issuer.prepare(scope);
    return this.work.run(scope, async (tx) => {
      const pointOfSale = await this.shops.findPointOfSale(tx, pointOfSaleId);
      if (!pointOfSale) throw Problem.notFound('point of sale');
      const { agencyId, merchantId } = pointOfSale;
      const createdAt = this.clock.now();
      const row = { agencyId, id: newId(), merchantId, pointOfSaleId, url, createdAt };
      const inside = { agencyId, merchantId, webshopId: row.id };
      const rows = Environment.options.map((e) => ({ ...inside, environment: e, poiId: null }));
      await this.webshops.insert(tx, row, rows);
      const sandbox = await issue(tx, { ...inside, environment: 'sandbox' });
      const production = await issue(tx, { ...inside, environment: 'production' });
      const subject = { kind: 'webshop', id: row.id };
      await this.audit.record(tx, { act: 'webshop.created', merchantId, subject });
      return { ...detailToWire(row, rows), virtualKeys: { sandbox, production } };
    });
  }

  get(scope: Scope, id: Id): Promise<WebshopDetail> {
    return this.work.read(scope, async (tx) => {
      const row = await this.found(tx, id);
      return detailToWire(row, await this.webshops.environments(tx, id));
    });
  }

  /** Steps inside a webshop environment. */
  async place(scope: Scope, webshopId: Id, environment: Environment): Promise<WebshopScope> {
    // An API key lives in one environment and reaches no other.
    if (scope.place && scope.place.environment !== environment) throw Problem.notFound('webshop');
    const { merchantId } = await this.work.read(scope, (tx) => this.found(tx, webshopId));
    return { ...scope, merchantId, place: { webshopId, environment } };
  }

  async environmentOf(scope: WebshopScope): Promise<WebshopEnvironment> {
    const { webshopId } = scope.place;
    const [row] = await this.work.read(scope, (tx) => this.webshops.environments(tx, webshopId));
    if (!row) throw Problem.notFound('webshop');
    return environmentToWire(row);
  }

  private async found(tx: Tx, id: Id): Promise<WebshopEntity> {
    const row = await this.webshops.find(tx, id);
    if (!row) throw Problem.notFound('webshop');
    return row;
  }
}
