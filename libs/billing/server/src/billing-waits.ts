import { Injectable } from '@nestjs/common';
import type { Month } from '@toonbank/billing/contract';
import { dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { Waits } from '@toonbank/platform/outbox';
import type { Id } from '@toonbank/primitives';
import { numberOf } from './invoice-wire';
import type { InvoiceEntity } from './invoice.entity';
import { spanOf } from './months';

/** How long after a month its invoices may be made: what is billed later is paid a month later. */
const closingDays = 14;

/** Tells the list of tasks what billing waits for, in the caller's transaction. */
@Injectable()
export class BillingWaits {
  constructor(private readonly waits: Waits) {}

  monthCanClose(tx: Tx, month: Month): Promise<void> {
    const { until: since } = spanOf(month);
    return this.waits.open(tx, {
      ...{ key: monthKey(month), kind: 'month-to-close', subjectId: tx.scope.agencyId },
      ...{ on: 'agency', right: 'billing:close', facts: { month } },
      ...{ since, dueAt: startOfDay(dayAfter(dayOf(since), closingDays)) },
    });
  }

  /** It was closed, or nobody owes anything for it any more. */
  monthIsDone(tx: Tx, month: Month): Promise<void> {
    return this.waits.close(tx, monthKey(month));
  }

  /** For an invoice that was sent and whose last day has passed. */
  isLate(tx: Tx, invoice: InvoiceEntity): Promise<void> {
    const { id: subjectId, merchantId, net, vat, issuedOn, dueOn } = invoice;
    const dueAt = startOfDay(dayAfter(dueOn ?? issuedOn));
    return this.waits.open(tx, {
      ...{ key: lateKey(subjectId), kind: 'invoice-overdue', subjectId, merchantId },
      ...{ on: 'merchant', right: 'billing:close', since: startOfDay(issuedOn), dueAt },
      facts: { number: numberOf(invoice), amount: net + vat },
    });
  }

  /** It was paid, or taken back. */
  isSettled(tx: Tx, id: Id): Promise<void> {
    return this.waits.close(tx, lateKey(id));
  }
}

function monthKey(month: Month): string {
  return `month-to-close:${month}`;
}

function lateKey(id: Id): string {
  return `invoice-overdue:${id}`;
}
