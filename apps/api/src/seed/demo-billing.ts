import type { INestApplicationContext } from '@nestjs/common';
import type { Month } from '@toonbank/billing/contract';
import { BillingRuns, BillingSetup, Fees, InvoiceList, Invoices } from '@toonbank/billing/server';
import { dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import { type Scope, systemScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { DemoClock } from './demo-clock';
import type { PlannedAgency } from './demo-plan';

const tenOClock = 10 * 3_600_000;
const address = ['Voorbeeldkade 1', '1000 AA Voorbeeldstad'];

/**
 * Bills two months, each on the first day after it, by the services of everybody. The month before this
 * one is over and waits to be closed.
 */
export class DemoBilling {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: DemoClock,
  ) {}

  /** To the first day of the first month that is billed: webshops that are made now count in both. */
  goBack(): void {
    this.travel(firstOfMonth(-3));
  }

  async bill(agencyId: Id, plan: PlannedAgency, merchants: readonly { readonly id: Id }[]) {
    const scope = systemScope(agencyId, 'demo');
    await this.setUp(scope, plan, merchants);
    for (const back of [-3, -2]) {
      this.travel(firstOfMonth(back + 1));
      const month = firstOfMonth(back).slice(0, 7);
      const { total } = await this.app.get(BillingRuns).get(scope, month);
      await this.app.get(BillingRuns).close(scope, month, { total });
      for (const invoice of await this.invoices(scope, month)) {
        await this.app.get(Invoices).sent(scope, invoice.id, { on: this.today() });
      }
    }
    await this.settle(scope);
    this.clock.offsetMs = 0;
  }

  /** Of the older month one is overdue and the others are paid; of the other one is put right. */
  private async settle(scope: Scope): Promise<void> {
    const [overdue, ...paid] = await this.invoices(scope, firstOfMonth(-3).slice(0, 7));
    for (const { id, issuedOn } of overdue ? paid : []) {
      await this.app.get(Invoices).paid(scope, id, { on: dayAfter(issuedOn, 6) });
    }
    const last = firstOfMonth(-2).slice(0, 7);
    const invoices = await this.invoices(scope, last);
    const prompt = invoices.find(({ merchantName }) => merchantName.endsWith('Kaas'));
    if (prompt) await this.app.get(Invoices).paid(scope, prompt.id, { on: prompt.issuedOn });
    const wrong = invoices.find(({ merchantName }) => merchantName.endsWith('Tuin'));
    if (!wrong) return;
    await this.app.get(Invoices).credit(scope, wrong.id, { reason: 'Verkeerd tarief' });
    await this.app.get(BillingRuns).billAgain(scope, last, wrong.merchantId);
  }

  private async setUp(
    scope: Scope,
    plan: PlannedAgency,
    merchants: readonly { readonly id: Id }[],
  ): Promise<void> {
    const setup = this.app.get(BillingSetup);
    const letterhead = { name: plan.name, address, vatNumber: 'NL123456782B12' };
    await setup.change(scope, { letterhead: { ...letterhead, kvkNumber: '12345678', iban: null } });
    const fee = {
      merchantId: null,
      from: '2020-01',
      until: null,
      month: 1500,
      url: 250,
      endsRunning: false,
    };
    await this.app.get(Fees).add(scope, fee);
    for (const [index, { name, bankIsPaidBy }] of plan.merchants.entries()) {
      await setup.changeClient(scope, merchants[index]!.id, {
        ...(bankIsPaidBy && { payer: bankIsPaidBy }),
        billedTo: { name: `${name} BV`, address, vatNumber: null },
      });
    }
  }

  private async invoices(scope: Scope, month: Month) {
    const { items } = await this.app.get(InvoiceList).page(scope, { month, limit: 100 });
    return items.filter(({ state }) => state !== 'credited' && state !== 'credit').toReversed();
  }

  private today(): string {
    return dayOf(this.clock.now());
  }

  /** To ten in the morning of a day; never to a time that is yet to come. */
  private travel(day: string): void {
    const moment = startOfDay(day).getTime() + tenOClock;
    this.clock.offsetMs = Math.min(0, moment - Date.now());
  }
}

/** The first day of the month that is so many months from this one. */
function firstOfMonth(months: number): string {
  const [year = 0, month = 0] = dayOf(new Date()).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
