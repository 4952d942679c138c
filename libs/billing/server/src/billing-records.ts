import { Injectable } from '@nestjs/common';
import { type Act, Audit } from '@toonbank/audit/server';
import type { Month } from '@toonbank/billing/contract';
import type { Tx } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { BillingWaits } from './billing-waits';
import { numberOf } from './invoice-wire';
import type { InvoiceEntity } from './invoice.entity';

type Detail = Readonly<Record<string, string | number>>;

/** What people do to months and invoices, written down: the audit log and what waits no more. */
@Injectable()
export class BillingRecords {
  constructor(
    private readonly audit: Audit,
    private readonly waits: BillingWaits,
  ) {}

  async monthClosed(tx: Tx, detail: Detail & { readonly month: Month }): Promise<void> {
    await this.waits.monthIsDone(tx, detail.month);
    failpoint('billing-wait.told');
    await this.ofAgency(tx, { act: 'billing.month-closed', detail });
  }

  billedAgain(tx: Tx, detail: Detail): Promise<void> {
    return this.ofAgency(tx, { act: 'billing.billed-again', detail });
  }

  sent(tx: Tx, row: InvoiceEntity, on: string): Promise<void> {
    return this.ofInvoice(tx, row, { act: 'invoice.sent', detail: { on } });
  }

  async paid(tx: Tx, row: InvoiceEntity, on: string): Promise<void> {
    await this.waits.isSettled(tx, row.id);
    await this.ofInvoice(tx, row, { act: 'invoice.paid', detail: { on } });
  }

  paymentUndone(tx: Tx, row: InvoiceEntity, on: string): Promise<void> {
    return this.ofInvoice(tx, row, { act: 'invoice.payment-undone', detail: { on } });
  }

  async credited(tx: Tx, row: InvoiceEntity, detail: Detail): Promise<void> {
    await this.waits.isSettled(tx, row.id);
    failpoint('billing-wait.told');
    await this.ofInvoice(tx, row, { act: 'invoice.credited', detail });
  }

  private async ofAgency(tx: Tx, told: Told): Promise<void> {
    const subject = { kind: 'agency', id: tx.scope.agencyId } as const;
    await this.audit.record(tx, { ...told, subject });
    failpoint('billing-act.put');
  }

  private async ofInvoice(tx: Tx, row: InvoiceEntity, { act, detail }: Told): Promise<void> {
    const { id, merchantId } = row;
    await this.audit.record(tx, {
      ...{ act, merchantId, subject: { kind: 'invoice', id } },
      detail: { number: numberOf(row), ...detail },
    });
    failpoint('billing-act.put');
  }
}

interface Told {
  readonly act: Act['act'];
  readonly detail: Detail;
}
