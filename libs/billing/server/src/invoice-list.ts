import { Injectable } from '@nestjs/common';
import type {
  Invoice,
  InvoicePage,
  InvoiceQuery,
  Margins,
  MonthsQuery,
} from '@toonbank/billing/contract';
import { Merchants } from '@toonbank/merchant/server';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { invoicePaper } from './paper/invoice-paper';
import { printed } from './paper/printed';
import { InvoiceViews } from './invoice-views';
import { InvoicesRepository } from './invoices.repository';
import { sumsOf } from './make-bill';

const list = 'invoices';

/** Invoices and credit notes to read: of the agency, or of the merchant that asks. */
@Injectable()
export class InvoiceList {
  constructor(
    private readonly work: Work,
    private readonly invoices: InvoicesRepository,
    private readonly views: InvoiceViews,
    private readonly merchants: Merchants,
    private readonly cursors: Cursors,
  ) {}

  page(scope: Scope, query: InvoiceQuery): Promise<InvoicePage> {
    const { agencyId } = scope;
    const after = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    return this.work.read(scope, async (tx) => {
      const rows = await this.invoices.page(tx, query, { after, today: this.views.today() });
      const { page, last } = cutPage(rows, query.limit);
      const values = last && [String(last.year), String(last.number)];
      return {
        items: await this.views.listed(tx, page),
        next: values ? this.cursors.write(list, agencyId, values) : null,
      };
    });
  }

  get(scope: Scope, id: Id): Promise<Invoice> {
    return this.work.read(scope, async (tx) => {
      const row = await this.invoices.find(tx, id);
      if (!row) throw Problem.notFound('invoice');
      return this.views.whole(tx, row);
    });
  }

  /** The same bytes each time: an invoice says what it said when it was made. */
  async pdf(scope: Scope, id: Id): Promise<{ name: string; bytes: Buffer }> {
    const invoice = await this.get(scope, id);
    const madeAt = new Date(`${invoice.issuedOn}T12:00:00Z`);
    const bytes = await printed(invoicePaper(invoice), madeAt);
    return { name: `${invoice.number}.pdf`, bytes };
  }

  /** What is earned on each client. Agency staff only: no merchant may ever read it. */
  async margins(scope: Scope, months: MonthsQuery): Promise<Margins> {
    return this.work.read(scope, async (tx) => {
      const rows = await this.invoices.billedKinds(tx, months);
      const perMerchant = Map.groupBy(rows, ({ merchantId }) => merchantId);
      const names = await this.merchants.names(tx, [...perMerchant.keys()]);
      const items = [...perMerchant]
        .map(([merchantId, billed]) => {
          const { net: invoiced, bankCost, margin } = sumsOf(billed);
          const merchantName = names.get(merchantId) ?? '';
          return { merchantId, merchantName, invoiced, bankCost, margin };
        })
        .toSorted((a, b) => a.merchantName.localeCompare(b.merchantName, 'nl'));
      const sum = (of: 'invoiced' | 'bankCost' | 'margin') =>
        items.reduce((total, item) => total + item[of], 0);
      return {
        items,
        invoiced: sum('invoiced'),
        bankCost: sum('bankCost'),
        margin: sum('margin'),
      };
    });
  }
}
