import { Injectable } from '@nestjs/common';
import type { Invoice, ListedInvoice } from '@toonbank/billing/contract';
import { Merchants } from '@toonbank/merchant/server';
import { Clock, dayOf } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { invoiceToWire, listedToWire } from './invoice-wire';
import type { InvoiceEntity } from './invoice.entity';
import { InvoicesRepository } from './invoices.repository';

/** Invoices as they are told, with what is around them; in the caller's transaction. */
@Injectable()
export class InvoiceViews {
  constructor(
    private readonly invoices: InvoicesRepository,
    private readonly merchants: Merchants,
    private readonly clock: Clock,
  ) {}

  async whole(tx: Tx, row: InvoiceEntity): Promise<Invoice> {
    const names = await this.merchants.names(tx, [row.merchantId]);
    const other = (id: Id | null) => (id ? this.invoices.find(tx, id) : null);
    return invoiceToWire(row, {
      merchantName: names.get(row.merchantId) ?? row.billedTo.name,
      today: this.today(),
      lines: await this.invoices.lines(tx, [row.id]),
      credits: await other(row.credits),
      creditedBy: await other(row.creditedBy),
    });
  }

  async listed(tx: Tx, rows: readonly InvoiceEntity[]): Promise<ListedInvoice[]> {
    const ids = rows.map(({ merchantId }) => merchantId);
    const names = await this.merchants.names(tx, ids);
    return rows.map((row) => {
      return listedToWire(row, names.get(row.merchantId) ?? row.billedTo.name, this.today());
    });
  }

  today(): string {
    return dayOf(this.clock.now());
  }
}
