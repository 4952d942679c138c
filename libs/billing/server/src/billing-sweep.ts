import { Injectable } from '@nestjs/common';
import type { Month } from '@toonbank/billing/contract';
import { Clock, dayOf } from '@toonbank/platform/clock';
import { Sweeper, systemScope, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Rounds } from '@toonbank/platform/queue';
import type { Id } from '@toonbank/primitives';
import { BillingTellings } from './billing-tellings';
import { monthAfter, monthOf } from './months';

const roundMs = 60_000;
const perRound = 50;

/** Finds the months and invoices that the calendar makes wait, over all agencies. */
@Injectable()
export class BillingSweep extends Rounds {
  protected readonly pauseMs = roundMs;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly work: Work,
    private readonly tellings: BillingTellings,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers of how many agencies and invoices it told something. */
  async round(): Promise<number> {
    const last = monthAfter(monthOf(this.clock.now()), -1);
    const inside = (agencyId: Id) => systemScope(agencyId, 'billing');
    const months = await this.each(await this.untold(last), async ({ agency_id: agencyId }) => {
      const isTold = await this.work.run(inside(agencyId), (tx) => {
        return this.tellings.openMonths(tx, last);
      });
      failpoint('month-telling.done');
      return isTold;
    });
    const invoices = await this.each(await this.late(), ({ agency_id: agencyId, id }) =>
      this.work.run(inside(agencyId), (tx) => this.tellings.lateInvoice(tx, id)),
    );
    return months + invoices;
  }

  private untold(last: Month): Promise<{ agency_id: Id }[]> {
    return this.sweeper.rows(
      `select agency_id from billing_settings
       where told_until is null or told_until < $1 order by agency_id limit $2`,
      [last, perRound],
    );
  }

  private late(): Promise<{ agency_id: Id; id: Id }[]> {
    return this.sweeper.rows(
      `select agency_id, id from invoice
       where due_on < $1 and sent_on is not null and paid_on is null and credited_by is null
         and late_told_at is null
       order by due_on, id limit $2`,
      [dayOf(this.clock.now()), perRound],
    );
  }
}
