import { Injectable } from '@nestjs/common';
import type { CreditInvoice, Invoice, OnDay } from '@toonbank/billing/contract';
import { Clock, dayOf } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { BillingRecords } from './billing-records';
import { InvoiceViews } from './invoice-views';
import { numberOf } from './invoice-wire';
import type { InvoiceEntity } from './invoice.entity';
import { InvoicesRepository } from './invoices.repository';
import { Invoicing } from './invoicing';
import { problems } from './problems';

/** What becomes of an invoice: sent, paid, taken back. Its lines and sums stay as they are. */
@Injectable()
export class Invoices {
  constructor(
    private readonly work: Work,
    private readonly invoices: InvoicesRepository,
    private readonly views: InvoiceViews,
    private readonly invoicing: Invoicing,
    private readonly records: BillingRecords,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat; a second word about the day replaces the first. */
  sent(scope: Scope, id: Id, { on }: OnDay): Promise<Invoice> {
    return this.change(scope, id, async (tx, row) => {
      this.demandDay(row, on);
      await this.invoices.update(tx, id, { sentOn: on });
      await this.records.sent(tx, row, on);
    });
  }

  /** Safe to repeat; a second word about the day replaces the first. */
  paid(scope: Scope, id: Id, { on }: OnDay): Promise<Invoice> {
    return this.change(scope, id, async (tx, row) => {
      if (row.creditedBy) throw problems.credited();
      this.demandDay(row, on);
      await this.invoices.update(tx, id, { paidOn: on });
      await this.records.paid(tx, row, on);
    });
  }

  /** Safe to repeat. */
  undoPayment(scope: Scope, id: Id): Promise<Invoice> {
    return this.change(scope, id, async (tx, row) => {
      if (!row.paidOn) return;
      // If its last day has passed it waits again.
      await this.invoices.update(tx, id, { paidOn: null, lateToldAt: null });
      await this.records.paymentUndone(tx, row, row.paidOn);
    });
  }

  /** Answers the credit note. An invoice is taken back once. */
  async credit(scope: Scope, id: Id, { reason }: CreditInvoice): Promise<Invoice> {
    const credited = await this.work.run(scope, async (tx) => {
      const row = await this.held(tx, id);
      if (row.creditedBy) throw problems.credited();
      const note = await this.invoicing.credit(tx, row, reason);
      await this.records.credited(tx, row, { by: numberOf(note), reason });
      return this.views.whole(tx, note);
    });
    failpoint('billing-act.done');
    return credited;
  }

  private change(
    scope: Scope,
    id: Id,
    act: (tx: Tx, row: InvoiceEntity) => Promise<void>,
  ): Promise<Invoice> {
    return this.work.run(scope, async (tx) => {
      await act(tx, await this.held(tx, id));
      return this.views.whole(tx, (await this.invoices.find(tx, id))!);
    });
  }

  private async held(tx: Tx, id: Id): Promise<InvoiceEntity> {
    const row = await this.invoices.lock(tx, id);
    if (!row) throw Problem.notFound('invoice');
    if (row.kind === 'credit-note') throw problems.isCredit();
    return row;
  }

  private demandDay({ issuedOn }: InvoiceEntity, on: string): void {
    if (on < issuedOn) {
      throw problems.day(
        'This day is before the invoice was made.',
        `Nothing was changed. Take a day from ${issuedOn} on.`,
      );
    }
    if (on > dayOf(this.clock.now())) {
      throw problems.day(
        'This day is yet to come.',
        'Nothing was changed. Take a day until today.',
      );
    }
  }
}
