import { Injectable } from '@nestjs/common';
import type { BillingMonths, BillingRun, CloseRun, Month } from '@toonbank/billing/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import type { Id } from '@toonbank/primitives';
import { BilledMonths } from './billed-months';
import { BillingRecords } from './billing-records';
import { Bills } from './bills';
import { asksSomething, Invoicing } from './invoicing';
import { spanOf } from './months';
import { problems } from './problems';

/**
 * The monthly run. Closing is one transaction under one lock per agency: a crash leaves nothing, a
 * repeat finds the month closed, and of two at once the second waits and then finds it closed.
 */
@Injectable()
export class BillingRuns {
  constructor(
    private readonly work: Work,
    private readonly bills: Bills,
    private readonly months: BilledMonths,
    private readonly invoicing: Invoicing,
    private readonly records: BillingRecords,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope): Promise<BillingMonths> {
    return this.work.read(scope, (tx) => this.months.list(tx));
  }

  /** Of a month that is not closed: what closing it would make. Nothing is kept. */
  get(scope: Scope, month: Month): Promise<BillingRun> {
    return this.work.read(scope, (tx) => this.months.one(tx, month));
  }

  /** Answers the month as it is afterwards, also when it was closed already. */
  async close(scope: Scope, month: Month, { total }: CloseRun): Promise<BillingRun> {
    const now = this.clock.now();
    if (spanOf(month).until > now) throw problems.notOver();
    const run = await this.work.run(scope, async (tx) => {
      if (await this.months.lock(tx, month)) return this.months.one(tx, month);
      const bills = await this.bills.ofMonth(tx, month);
      const found = bills.reduce((sum, bill) => sum + bill.total, 0);
      if (found !== total) throw problems.changed();
      await this.months.close(tx, month, now);
      failpoint('month-close.marked');
      const invoices = await this.invoicing.make(tx, month, bills);
      await this.records.monthClosed(tx, { month, invoices, total });
      return this.months.one(tx, month);
    });
    failpoint('billing-act.done');
    return run;
  }

  /** Bills one merchant for a closed month again, after its invoice was credited. */
  async billAgain(scope: Scope, month: Month, merchantId: Id): Promise<BillingRun> {
    const after = await this.work.run(scope, async (tx) => {
      if (!(await this.months.lock(tx, month))) throw problems.notClosed();
      const run = await this.months.one(tx, month);
      if (run.bills.some((bill) => bill.merchantId === merchantId)) throw problems.billed();
      const bills = await this.bills.ofMonth(tx, month);
      const own = bills.filter((bill) => bill.merchantId === merchantId && asksSomething(bill));
      if (own.length === 0) throw problems.nothing();
      await this.invoicing.make(tx, month, own);
      const { total } = own[0]!;
      await this.records.billedAgain(tx, { month, merchant: merchantId, total });
      return this.months.one(tx, month);
    });
    failpoint('billing-act.done');
    return after;
  }
}
