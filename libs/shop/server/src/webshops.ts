import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import {
  type Scope,
  type Tx,
  type WebshopPlace,
  type WebshopScope,
  Work,
} from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { Environment, type Id, newId } from '@toonbank/primitives';
import type {
  ChangeWebshop,
  CreatedWebshop,
  CreateWebshop,
  WebshopDetail,
} from '@toonbank/shop/contract';
import { endingProblems, noBankEnd, noEnding } from './ending-problems';
import { VirtualKeyIssuer } from './virtual-key-issuer';
import { freshEnvironment } from './webshop-environment.entity';
import { WebshopViews } from './webshop-views';
import { hasEnded, softwareColumns } from './webshop-wire';
import type { WebshopEntity } from './webshop.entity';
import { WebshopsRepository } from './webshops.repository';

/**
 * The webshops and their two environments. What takes a scope opens its own `Work`; what is not
 * inside the scope is a 404 problem.
 */
@Injectable()
export class Webshops {
  constructor(
    private readonly work: Work,
    private readonly webshops: WebshopsRepository,
    private readonly views: WebshopViews,
    private readonly issuer: VirtualKeyIssuer,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A webshop with both environments and a virtual pair in each; the pairs are told this once. */
  async create(scope: Scope, pointOfSaleId: Id, asked: CreateWebshop): Promise<CreatedWebshop> {
    const issue = await this.issuer.prepare(scope);
    return this.work.run(scope, async (tx) => {
      const { merchantId, shopId } = await this.views.where(tx, pointOfSaleId);
      const { agencyId } = scope;
      const row = {
        ...{ agencyId, id: newId(), merchantId, pointOfSaleId, url: asked.url },
        ...softwareColumns(asked.software ?? null),
        ...{ createdAt: this.clock.now(), ...noEnding, ...noBankEnd },
      };
      const inside = { agencyId, merchantId, webshopId: row.id };
      const rows = Environment.options.map((e) => freshEnvironment({ ...inside, environment: e }));
      await this.webshops.insert(tx, { webshop: row, environments: rows, shopId });
      const sandbox = await issue(tx, { ...inside, environment: 'sandbox' });
      const production = await issue(tx, { ...inside, environment: 'production' });
      const subject = { kind: 'webshop', id: row.id };
      await this.audit.record(tx, { act: 'webshop.created', merchantId, subject });
      return { ...(await this.views.detail(tx, row)), virtualKeys: { sandbox, production } };
    });
  }

  get(scope: Scope, id: Id): Promise<WebshopDetail> {
    return this.work.read(scope, (tx) => this.describe(tx, id));
  }

  /** Changes what is given and leaves the rest. The URL of one that has ended stays: a 409 problem. */
  change(scope: Scope, id: Id, change: ChangeWebshop): Promise<WebshopDetail> {
    const { url, software } = change;
    const columns = {
      ...(url !== undefined && { url }),
      ...(software !== undefined && softwareColumns(software)),
    };
    return this.work.run(scope, async (tx) => {
      const before = await this.webshops.lock(tx, id);
      if (!before) throw Problem.notFound('webshop');
      const at = this.clock.now();
      if (url !== undefined && hasEnded(before, at)) throw endingProblems.ended();
      const fields = Object.keys(change).sort().join(' ');
      if (fields === '') return this.views.detail(tx, before);
      await this.webshops.update(tx, { before, change: columns, at });
      const subject = { kind: 'webshop', id };
      const { merchantId } = before;
      await this.audit.record(tx, {
        ...{ act: 'webshop.changed', merchantId, subject },
        detail: { fields, ...(url !== undefined && { from: before.url, to: url }) },
      });
      return this.views.detail(tx, { ...before, ...columns });
    });
  }

  /** Steps inside a webshop environment. */
  async place(scope: Scope, webshopId: Id, environment: Environment): Promise<WebshopScope> {
    // An API key lives in one environment and reaches no other.
    if (scope.place && scope.place.environment !== environment) throw Problem.notFound('webshop');
    const { merchantId } = await this.work.read(scope, (tx) => this.found(tx, webshopId));
    return { ...scope, merchantId, place: { webshopId, environment } };
  }

  async poiIdOf(scope: WebshopScope): Promise<string | null> {
    const { webshopId } = scope.place;
    const rows = await this.work.read(scope, (tx) => this.webshops.environments(tx, [webshopId]));
    const [row] = rows;
    if (!row) throw Problem.notFound('webshop');
    return row.poiId;
  }

  /** In the caller's transaction, which takes proven keys of the bank into use; null: none are left. */
  keysProven(tx: Tx, place: WebshopPlace, at: Date | null): Promise<void> {
    return this.webshops.updateEnvironment(tx, place, { keysProvenAt: at });
  }

  /** All that a page about a webshop needs to name, in the caller's transaction. */
  async describe(tx: Tx, id: Id): Promise<WebshopDetail> {
    return this.views.detail(tx, await this.found(tx, id));
  }

  /** How webshops are called, in the caller's transaction; those outside the scope are left out. */
  hosts(tx: Tx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    return this.webshops.hosts(tx, ids);
  }

  private async found(tx: Tx, id: Id): Promise<WebshopEntity> {
    const row = await this.webshops.find(tx, id);
    if (!row) throw Problem.notFound('webshop');
    return row;
  }
}
