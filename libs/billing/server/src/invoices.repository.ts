import { Injectable } from '@nestjs/common';
import type { InvoiceQuery, Month, MonthsQuery } from '@toonbank/billing/contract';
import type { Tx } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import type { Id } from '@toonbank/primitives';
import { InvoiceLineEntity } from './invoice-line.entity';
import { InvoiceEntity } from './invoice.entity';
import { conditionOf } from './invoice-state';
import type { SummedLine } from './make-bill';

/** What was billed of one kind, for one merchant in one closed month. */
export interface BilledKind extends SummedLine {
  readonly merchantId: Id;
  readonly month: Month;
}

/** The only file that may name the tables `invoice`, `invoice_line` and `invoice_counter`. */
@Injectable()
export class InvoicesRepository {
  /**
   * The next numbers of the year, the first of them is answered. Holds the counter until the
   * transaction ends: what is rolled back gives its numbers back, so that none is ever missing.
   */
  async takeNumbers(tx: Tx, year: number, count: number): Promise<number> {
    const [row] = await tx.sql<{ last: number }>(
      `insert into invoice_counter as c (agency_id, year, last) values ($1, $2, $3)
       on conflict (agency_id, year) do update set last = c.last + excluded.last
       returning last`,
      [tx.scope.agencyId, year, count],
    );
    failpoint('invoice-numbers.taken');
    return row!.last - count + 1;
  }

  async insert(tx: Tx, invoices: InvoiceEntity[], lines: InvoiceLineEntity[]): Promise<void> {
    await tx.insert(InvoiceEntity, invoices);
    if (lines.length > 0) await tx.insert(InvoiceLineEntity, lines);
    failpoint('invoices.put');
  }

  find(tx: Tx, id: Id): Promise<InvoiceEntity | null> {
    return tx.from(InvoiceEntity, 'i').andWhere('i.id = :id', { id }).getOne();
  }

  /** Whoever changes an invoice holds it: of two at once the second sees what the first has done. */
  async lock(tx: Tx, id: Id): Promise<InvoiceEntity | null> {
    const sql = 'select 1 from invoice where agency_id = $1 and id = $2 for update';
    await tx.sql(sql, [tx.scope.agencyId, id]);
    return this.find(tx, id);
  }

  async update(
    tx: Tx,
    id: Id,
    change: Partial<Pick<InvoiceEntity, 'sentOn' | 'paidOn' | 'creditedBy' | 'lateToldAt'>>,
  ): Promise<void> {
    await tx.update(InvoiceEntity).set(change).andWhere('id = :id', { id }).execute();
  }

  lines(tx: Tx, invoiceIds: readonly Id[]): Promise<InvoiceLineEntity[]> {
    if (invoiceIds.length === 0) return Promise.resolve([]);
    return tx
      .from(InvoiceLineEntity, 'l')
      .andWhere('l.invoiceId in (:...invoiceIds)', { invoiceIds })
      .orderBy('l.invoiceId')
      .addOrderBy('l.position')
      .getMany();
  }

  /** What stands of a month: its invoices that were not taken back. */
  ofMonth(tx: Tx, month: Month): Promise<InvoiceEntity[]> {
    return tx
      .from(InvoiceEntity, 'i')
      .andWhere('i.month = :month', { month })
      .andWhere(`i.kind = 'invoice' and i.creditedBy is null`)
      .orderBy('i.number')
      .getMany();
  }

  /** Sums of the closed months, of what stands. */
  async sums(tx: Tx): Promise<Map<Month, { count: number; net: number; vat: number }>> {
    const rows = await tx.sql<{ month: Month; count: string; net: string; vat: string }>(
      `select month, count(*), sum(net) as net, sum(vat) as vat from invoice
       where agency_id = $1 and kind = 'invoice' and credited_by is null group by month`,
      [tx.scope.agencyId],
    );
    return new Map(
      rows.map(({ month, count, net, vat }) => {
        return [month, { count: Number(count), net: Number(net), vat: Number(vat) }];
      }),
    );
  }

  /** Newest first, one row more than the limit; `after` is year and number of the page before. */
  page(
    tx: Tx,
    { merchantId, month, state, limit }: InvoiceQuery,
    { after, today }: { after: readonly string[]; today: string },
  ): Promise<InvoiceEntity[]> {
    const query = tx.from(InvoiceEntity, 'i');
    if (merchantId) query.andWhere('i.merchantId = :merchantId', { merchantId });
    if (month) query.andWhere('i.month = :month', { month });
    if (state) query.andWhere(conditionOf[state], { today });
    const [year, number] = after;
    if (number) query.andWhere('(i.year, i.number) < (:year, :number)', { year, number });
    return query
      .orderBy('i.year', 'DESC')
      .addOrderBy('i.number', 'DESC')
      .limit(limit + 1)
      .getMany();
  }

  /** All of a merchant, oldest first: at most a handful a month. */
  ofMerchant(tx: Tx, merchantId: Id): Promise<InvoiceEntity[]> {
    return tx
      .from(InvoiceEntity, 'i')
      .andWhere('i.merchantId = :merchantId', { merchantId })
      .orderBy('i.year')
      .addOrderBy('i.number')
      .getMany();
  }

  /** What was billed in these months, by merchant, month and kind; credit notes taken off. */
  async billedKinds(tx: Tx, { from, until }: MonthsQuery): Promise<BilledKind[]> {
    const rows = await tx.sql<Omit<BilledKind, 'isBilled' | 'net' | 'vat'> & Sums>(
      `select i.merchant_id as "merchantId", i.month, l.kind, sum(l.net) as net, sum(l.vat) as vat
       from invoice i join invoice_line l on l.agency_id = i.agency_id and l.invoice_id = i.id
       where i.agency_id = $1 and l.is_billed and i.month between $2 and $3
       group by i.merchant_id, i.month, l.kind`,
      [tx.scope.agencyId, from, until],
    );
    return rows.map(({ net, vat, ...row }) => {
      return { ...row, net: Number(net), vat: Number(vat), isBilled: true };
    });
  }
}

/** As the database tells sums: they may be larger than its whole numbers. */
interface Sums {
  readonly net: string;
  readonly vat: string;
}
