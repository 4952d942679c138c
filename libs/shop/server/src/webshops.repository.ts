import { Injectable } from '@nestjs/common';
import type { WebshopQuery } from '@toonbank/shop/contract';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { WebshopEnvironmentEntity } from './webshop-environment.entity';
import { UrlPeriodsRepository } from './url-periods.repository';
import { WebshopEntity } from './webshop.entity';

/** Has all that selling takes: the bank knows it, and its keys are proven. */
const ready = `exists (select 1 from webshop_environment e
  where e.agency_id = w.agency_id and e.webshop_id = w.id and e.environment = :wanted
    and e.poi_id is not null and e.keys_proven_at is not null)`;

const hasPoi = `exists (select 1 from webshop_environment e
  where e.agency_id = w.agency_id and e.webshop_id = w.id and e.poi_id = :part)`;

export type EndingColumns = Pick<
  WebshopEntity,
  'endsOn' | 'endsAt' | 'endingReason' | 'endingSetAt' | 'endingSetBy'
>;

export type BankEndColumns = Pick<
  WebshopEntity,
  'bankEndsOn' | 'bankEndSaidAt' | 'bankEndSaidBy' | 'bankEndBefore'
>;

export interface WebshopChange {
  readonly before: WebshopEntity;
  readonly change: Partial<Pick<WebshopEntity, 'url' | 'softwareKind' | 'softwareName'>>;
  readonly at: Date;
}

/** A webshop with what is stored of it elsewhere from its first moment on. */
interface NewWebshop {
  readonly webshop: WebshopEntity;
  readonly environments: WebshopEnvironmentEntity[];
  readonly shopId: Id;
}

/**
 * The only file that may name `webshop`, `webshop_environment` and `poi_route` (read at the door).
 * Keeps the history of URLs in step: no URL is written without its period.
 */
@Injectable()
export class WebshopsRepository {
  constructor(private readonly urls: UrlPeriodsRepository) {}

  async insert(tx: Tx, { webshop, environments, shopId }: NewWebshop): Promise<void> {
    await tx.insert(WebshopEntity, webshop);
    await tx.insert(WebshopEnvironmentEntity, environments);
    const { agencyId, merchantId, id: webshopId, url, createdAt: validFrom } = webshop;
    await this.urls.open(tx, { agencyId, merchantId, webshopId, shopId, url, validFrom });
  }

  find(tx: Tx, id: Id): Promise<WebshopEntity | null> {
    return this.within(tx).andWhere('w.id = :id', { id }).getOne();
  }

  /** Those that have ended too. */
  all(tx: Tx): Promise<WebshopEntity[]> {
    return this.within(tx).getMany();
  }

  /** Two who change the same webshop wait for each other. */
  lock(tx: Tx, id: Id): Promise<WebshopEntity | null> {
    return this.within(tx).andWhere('w.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  /** The URL and the software; call it with the row locked. */
  async update(tx: Tx, { before, change, at }: WebshopChange): Promise<void> {
    await this.write(tx, before.id, change);
    const { url } = change;
    if (url !== undefined && url !== before.url) await this.urls.move(tx, before.id, url, at);
  }

  /** Sets an end or takes it away; call it with the row locked. */
  async setEnding(tx: Tx, id: Id, ending: EndingColumns): Promise<void> {
    await this.write(tx, id, ending);
    await this.urls.endAt(tx, id, ending.endsAt);
  }

  /** What somebody said that stands at the bank; call it with the row locked. */
  setBankEnd(tx: Tx, id: Id, end: BankEndColumns): Promise<void> {
    return this.write(tx, id, end);
  }

  /** In order of URL, one row more than the limit; `after` is the last row of the page before. */
  page(
    tx: Tx,
    query: WebshopQuery & { readonly inShop?: readonly Id[] | undefined },
    after: readonly string[],
  ): Promise<WebshopEntity[]> {
    const { merchantId, pointOfSaleId, inShop, readiness, limit } = query;
    const select = this.within(tx);
    if (merchantId) select.andWhere('w.merchantId = :merchantId', { merchantId });
    if (pointOfSaleId) select.andWhere('w.pointOfSaleId = :pointOfSaleId', { pointOfSaleId });
    if (inShop) select.andWhere('w.pointOfSaleId = any(:inShop)', { inShop });
    // Walks the agency's own webshops in order: some hundreds, so no index is worth its upkeep.
    const part = query.search?.toLowerCase();
    if (part) select.andWhere(`(strpos(lower(w.url), :part) > 0 or ${hasPoi})`, { part });
    const wanted = tx.scope.place?.environment ?? query.environment ?? 'production';
    if (readiness) select.andWhere(readiness === 'ready' ? ready : `not ${ready}`, { wanted });
    const [url, id] = after;
    if (id) select.andWhere('(w.url, w.id) > (:url, :id)', { url, id });
    return select
      .orderBy('w.url')
      .addOrderBy('w.id')
      .limit(limit + 1)
      .getMany();
  }

  /** Sandbox before production; for an API key only its own. */
  async environments(tx: Tx, webshopIds: readonly Id[]): Promise<WebshopEnvironmentEntity[]> {
    return tx
      .from(WebshopEnvironmentEntity, 'e')
      .andWhere('e.webshopId = any(:webshopIds)', { webshopIds })
      .orderBy('e.environment', 'DESC')
      .getMany();
  }

  /** Two who change the same environment wait for each other. */
  lockEnvironment(
    tx: Tx,
    { webshopId, environment }: WebshopPlace,
  ): Promise<WebshopEnvironmentEntity | null> {
    return tx
      .from(WebshopEnvironmentEntity, 'e')
      .andWhere('e.webshopId = :webshopId', { webshopId })
      .andWhere('e.environment = :environment', { environment })
      .setLock('pessimistic_write')
      .getOne();
  }

  async updateEnvironment(
    tx: Tx,
    { webshopId, environment }: WebshopPlace,
    change: Partial<WebshopEnvironmentEntity>,
  ): Promise<void> {
    await tx
      .update(WebshopEnvironmentEntity)
      .set(change)
      .andWhere('webshop_id = :webshopId and environment = :environment', {
        webshopId,
        environment,
      })
      .execute();
  }

  async setPoi(tx: Tx, place: WebshopPlace, poiId: string | null) {
    const where = [tx.scope.agencyId, place.webshopId, place.environment];
    await this.updateEnvironment(tx, place, { poiId });
    await tx.sql(
      'delete from poi_route where agency_id = $1 and webshop_id = $2 and environment = $3',
      where,
    );
    if (poiId === null) return;
    await tx.sql(
      'insert into poi_route (agency_id, webshop_id, environment, poi_id) values ($1, $2, $3, $4)',
      [...where, poiId],
    );
  }

  /** Those of a few ids. */
  byIds(tx: Tx, ids: readonly Id[]): Promise<WebshopEntity[]> {
    return this.within(tx).andWhere('w.id = any(:ids)', { ids }).getMany();
  }

  async hosts(tx: Tx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    const rows = await this.byIds(tx, ids);
    return new Map(rows.map(({ id, url }) => [id, new URL(url).host]));
  }

  /** How many webshops each of these merchants or points of sale has; none is left out. */
  async countPer(
    tx: Tx,
    field: 'merchantId' | 'pointOfSaleId',
    ids: readonly Id[],
  ): Promise<ReadonlyMap<Id, number>> {
    const rows = await this.within(tx)
      .andWhere(`w.${field} = any(:ids)`, { ids })
      .select(`w.${field}`, 'of')
      .addSelect('count(*)::int', 'webshops')
      .groupBy(`w.${field}`)
      .getRawMany<{ of: Id; webshops: number }>();
    return new Map(rows.map(({ of, webshops }) => [of, webshops]));
  }

  private async write(tx: Tx, id: Id, change: Partial<WebshopEntity>): Promise<void> {
    await tx.update(WebshopEntity).set(change).andWhere('id = :id', { id }).execute();
  }

  /** The table has no `webshop_id`: an API key's scope narrows on the row's own id. */
  private within(tx: Tx) {
    const { place } = tx.scope;
    const query = tx.from(WebshopEntity, 'w');
    return place ? query.andWhere('w.id = :placeId', { placeId: place.webshopId }) : query;
  }
}
