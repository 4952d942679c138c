import { Injectable } from '@nestjs/common';
import type { ListedMerchant, MerchantPage, MerchantQuery } from '@toonbank/merchant/contract';
import { Clock, dayOf } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Cursors, cutPage } from '@toonbank/platform/http';
import type { MerchantEntity } from './merchant.entity';
import { MerchantsRepository } from './merchants.repository';
import { ShopCounts } from './shop-counts';
import { toWire } from './to-wire';
import { Turnovers } from './turnovers';

/** The list of merchants, page by page, by name or by what they were paid. */
@Injectable()
export class MerchantList {
  constructor(
    private readonly work: Work,
    private readonly merchants: MerchantsRepository,
    private readonly counts: ShopCounts,
    private readonly turnovers: Turnovers,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  page(scope: Scope, query: MerchantQuery): Promise<MerchantPage> {
    return query.sort === 'turnover' ? this.byTurnover(scope, query) : this.byName(scope, query);
  }

  private byName(scope: Scope, query: MerchantQuery): Promise<MerchantPage> {
    const { limit, order = 'asc' } = query;
    const list = `merchants by name ${order}`;
    const after = this.read(scope, list, query.after);
    return this.work.read(scope, async (tx) => {
      const rows = await this.merchants.page(tx, { ...query, order }, after);
      const { page, last } = cutPage(rows, limit);
      const next = last && this.cursors.write(list, scope.agencyId, [last.nameSearch, last.id]);
      return { items: await this.counted(tx, page), next: next ?? null };
    });
  }

  private byTurnover(scope: Scope, query: MerchantQuery): Promise<MerchantPage> {
    const { limit, order = 'desc' } = query;
    const list = `merchants by turnover ${order}`;
    // The days stay those of the first page: who turns pages at midnight would mix two orders.
    const [until = dayOf(this.clock.now()), ...after] = this.read(scope, list, query.after);
    return this.work.read(scope, async (tx) => {
      const paid = await this.turnovers.until(tx, until);
      const rows = await this.merchants.pageByTurnover(tx, { ...query, order }, paid, after);
      const { page, last } = cutPage(rows, limit);
      const keys = last && [until, last.rank, last.nameSearch, last.id];
      const next = keys && this.cursors.write(list, scope.agencyId, keys);
      return { items: await this.counted(tx, page), next: next ?? null };
    });
  }

  /** A cursor of another order of the list is refused: it would begin anywhere. */
  private read({ agencyId }: Scope, list: string, after: string | undefined): string[] {
    return after === undefined ? [] : this.cursors.read(list, agencyId, after);
  }

  private async counted(tx: Tx, rows: readonly MerchantEntity[]): Promise<ListedMerchant[]> {
    const ids = rows.map(({ id }) => id);
    const counts = await this.counts.of(tx, ids);
    return rows.map((row) => ({
      ...toWire(row),
      shopCount: counts.get(row.id)?.shops ?? 0,
      webshopCount: counts.get(row.id)?.webshops ?? 0,
    }));
  }
}
