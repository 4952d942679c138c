import { Injectable } from '@nestjs/common';
import type { Month } from '@toonbank/billing/contract';
import { Clock, dayOf } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import type { Id } from '@toonbank/primitives';
import { BilledMonths } from './billed-months';
import { BillingWaits } from './billing-waits';
import { stateOf } from './invoice-state';
import { InvoicesRepository } from './invoices.repository';
import { SettingsRepository } from './settings.repository';

/**
 * What only the calendar makes true: that a month is over and may be closed, that an invoice is late.
 * Each is told once, in the transaction that writes down that it was.
 */
@Injectable()
export class BillingTellings {
  constructor(
    private readonly months: BilledMonths,
    private readonly invoices: InvoicesRepository,
    private readonly settings: SettingsRepository,
    private readonly waits: BillingWaits,
    private readonly clock: Clock,
  ) {}

  /**
   * Of every month until `last` that is open: whether it waits to be closed. Whoever changes what
   * decides a bill makes that this is told anew. False when another was first.
   */
  async openMonths(tx: Tx, last: Month): Promise<boolean> {
    const held = await this.settings.hold(tx);
    if (!held || (held.toldUntil ?? '') >= last) return false;
    const { items } = await this.months.list(tx);
    const open = items.filter(({ state }) => state === 'open').toReversed();
    for (const { month, invoices } of open) {
      if (invoices > 0) await this.waits.monthCanClose(tx, month);
      else await this.waits.monthIsDone(tx, month);
    }
    await this.settings.change(tx, { toldUntil: last });
    failpoint('month-telling.put');
    return true;
  }

  /** False when another was first, or it is not late any more. */
  async lateInvoice(tx: Tx, id: Id): Promise<boolean> {
    const row = await this.invoices.lock(tx, id);
    const now = this.clock.now();
    if (!row || row.lateToldAt || stateOf(row, dayOf(now)) !== 'overdue') return false;
    await this.waits.isLate(tx, row);
    await this.invoices.update(tx, id, { lateToldAt: now });
    return true;
  }
}
