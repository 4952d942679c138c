import { Injectable } from '@nestjs/common';
import type { InvoiceQuery, Month, MonthsQuery } from '@toonbank/billing/contract';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { InvoiceLineEntity } from './invoice-line.entity';
import { InvoiceEntity } from './invoice.entity';
import { conditionOf } from './invoice-state';

/** Of closed months, credit notes taken off. */
export interface MarginRow {
  readonly merchantId: Id;
  readonly invoiced: number;
  readonly bankCost: number;
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
    return row!.last - count + 1;
  }

  async insert(tx: Tx, invoices: InvoiceEntity[], lines: InvoiceLineEntity[]): Promise<void> {
    await tx.insert(InvoiceEntity, invoices);
    if (lines.length > 0) await tx.insert(InvoiceLineEntity, lines);
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

  /** Of what stands. What the bank asks of the agency is passed on as it is, so the rest is margin. */
  async marginPerMonth(tx: Tx): Promise<Map<Month, number>> {
    const rows = await tx.sql<{ month: Month; margin: string }>(
      `select i.month, sum(l.net) as margin
       from invoice i join invoice_line l on l.agency_id = i.agency_id and l.invoice_id = i.id
       where i.agency_id = $1 and i.kind = 'invoice' and i.credited_by is null
         and l.is_billed and l.kind not like 'bank%'
       group by i.month`,
      [tx.scope.agencyId],
    );
    return new Map(rows.map(({ month, margin }) => [month, Number(margin)]));
  }

  async margins(tx: Tx, { from, until }: MonthsQuery): Promise<MarginRow[]> {
    const rows = await tx.sql<{ id: Id; invoiced: string; bank: string }>(
      `select i.merchant_id as id, sum(l.net) as invoiced,
         coalesce(sum(l.net) filter (where l.kind like 'bank%'), 0) as bank
       from invoice i join invoice_line l on l.agency_id = i.agency_id and l.invoice_id = i.id
       where i.agency_id = $1 and l.is_billed and i.month between $2 and $3
       group by i.merchant_id`,
      [tx.scope.agencyId, from, until],
    );
    return rows.map(({ id, invoiced, bank }) => {
      return { merchantId: id, invoiced: Number(invoiced), bankCost: Number(bank) };
    });
  }
}
