import { Injectable } from '@nestjs/common';
import type { MerchantQuery } from '@toonbank/merchant/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { MerchantEntity } from './merchant.entity';
import { searchable } from './searchable';

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
    { search, limit }: MerchantQuery,
    after: readonly string[],
  ): Promise<MerchantEntity[]> {
    const query = this.within(tx);
    // Walks the agency's own names in order, a few thousand at most: no index is worth its upkeep.
    const part = search && searchable(search);
    if (part) query.andWhere('strpos(m.nameSearch, :part) > 0', { part });
    const [name, id] = after;
    if (id) query.andWhere('(m.nameSearch, m.id) > (:name, :id)', { name, id });
    return query
      .orderBy('m.nameSearch')
      .addOrderBy('m.id')
      .limit(limit + 1)
      .getMany();
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
