import { Injectable } from '@nestjs/common';
import type { MerchantQuery } from '@toonbank/merchant/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { MerchantEntity } from './merchant.entity';
import { searchable } from './searchable';

/** What a page is narrowed to, and which way it goes. */
export type MerchantWalk = MerchantQuery & Required<Pick<MerchantQuery, 'order'>>;

/** With the figure the row stands by, as text: it may be larger than an `int4`. */
export type RankedMerchant = MerchantEntity & { readonly rank: string };

/** The only file that may name the `merchant` table. */
@Injectable()
export class MerchantsRepository {
  insert(tx: Tx, merchant: MerchantEntity): Promise<void> {
    return tx.insert(MerchantEntity, merchant);
  }

  find(tx: Tx, id: Id): Promise<MerchantEntity | null> {
    return this.within(tx).andWhere('m.id = :id', { id }).getOne();
  }

  /**
   * Writes only what is given, so that two people who change different things don't undo each
   * other.
   */
  async update(tx: Tx, id: Id, change: Partial<MerchantEntity>): Promise<void> {
    await tx.update(MerchantEntity).set(change).andWhere('id = :id', { id }).execute();
  }

  /** In order of name, one row more than the limit; `after` is the last row of the page before. */
  page(
    tx: Tx,
    { search, limit, order }: MerchantWalk,
    after: readonly string[],
  ): Promise<MerchantEntity[]> {
    const query = this.within(tx);
    // Walks the agency's own names in order, a few thousand at most: no index is worth its upkeep.
    const part = search && searchable(search);
    if (part) query.andWhere('strpos(m.nameSearch, :part) > 0', { part });
    const [name, id] = after;
    const [way, beyond] = order === 'asc' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    if (id) query.andWhere(`(m.nameSearch, m.id) ${beyond} (:name, :id)`, { name, id });
    return query
      .orderBy('m.nameSearch', way)
      .addOrderBy('m.id', way)
      .limit(limit + 1)
      .getMany();
  }

  /** The same by a figure that each has or has not; equals by name, whichever way it goes. */
  pageByTurnover(
    tx: Tx,
    { search, limit, order }: MerchantWalk,
    figures: ReadonlyMap<Id, number>,
    [rank, name, id]: readonly string[],
  ): Promise<RankedMerchant[]> {
    const { agencyId, merchantId } = tx.scope;
    // Below nothing where the highest comes first: then one comparison of rows tells what is beyond.
    const sign = order === 'asc' ? 1 : -1;
    return tx.sql<RankedMerchant>(
      `select * from (
         select m.agency_id as "agencyId", m.id, m.name, m.name_search as "nameSearch",
           m.kvk_number as "kvkNumber", m.created_at as "createdAt", coalesce(f.cents, 0) as rank
         from merchant m
         left join unnest($2::uuid[], $3::bigint[]) as f(id, cents) on f.id = m.id
         where m.agency_id = $1 and ($4::uuid is null or m.id = $4)
           and ($5::text is null or strpos(m.name_search, $5) > 0)
       ) r
       where $6::bigint is null or (r.rank, r."nameSearch", r.id) > ($6::bigint, $7::text, $8::uuid)
       order by r.rank, r."nameSearch", r.id
       limit $9`,
      [
        ...[agencyId, [...figures.keys()], [...figures.values()].map((cents) => sign * cents)],
        ...[merchantId ?? null, (search && searchable(search)) || null],
        ...[rank ?? null, name ?? null, id ?? null, limit + 1],
      ],
    );
  }

  async allNames(tx: Tx): Promise<ReadonlyMap<Id, string>> {
    const rows = await this.within(tx).getMany();
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async names(tx: Tx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.within(tx)
      .andWhere('m.id in (:...ids)', { ids: [...new Set(ids)] })
      .getMany();
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The table has no `merchant_id`: a merchant's scope narrows on the row's own id. */
  private within(tx: Tx) {
    const { merchantId } = tx.scope;
    const query = tx.from(MerchantEntity, 'm');
    return merchantId ? query.andWhere('m.id = :merchantId', { merchantId }) : query;
  }
}
