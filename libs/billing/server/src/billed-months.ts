import { Injectable } from '@nestjs/common';
import type { BillingMonth, BillingMonths, BillingRun, Month } from '@toonbank/billing/contract';
import { Merchants } from '@toonbank/merchant/server';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { Bills } from './bills';
import { billOf } from './invoice-wire';
import { InvoicesRepository } from './invoices.repository';
import { asksSomething, type WithLines } from './invoicing';
import { sumsOf } from './make-bill';
import { monthAfter, monthOf, monthsBetween, spanOf } from './months';
import { RunsRepository } from './runs.repository';
import { SettingsRepository } from './settings.repository';

const mostMonths = 24;

type Sums = Pick<BillingMonth, 'invoices' | 'net' | 'vat' | 'total' | 'margin'>;

/** Months as they are told: what closing would make, or what it made. In the caller's transaction. */
@Injectable()
export class BilledMonths {
  constructor(
    private readonly bills: Bills,
    private readonly invoices: InvoicesRepository,
    private readonly runs: RunsRepository,
    private readonly settings: SettingsRepository,
    private readonly merchants: Merchants,
    private readonly clock: Clock,
  ) {}

  /** Waits for whoever changes or closes something now; whether the month is closed. */
  async lock(tx: Tx, month: Month): Promise<boolean> {
    await this.settings.lock(tx);
    return (await this.runs.closings(tx)).has(month);
  }

  close(tx: Tx, month: Month, at: Date): Promise<void> {
    return this.runs.close(tx, month, at);
  }

  async one(tx: Tx, month: Month): Promise<BillingRun> {
    const closedAt = (await this.runs.closings(tx)).get(month);
    const bills = closedAt ? await this.kept(tx, month) : await this.bills.ofMonth(tx, month);
    const { letterhead } = await this.settings.settings(tx);
    return {
      ...this.told(month, closedAt),
      ...sumsOfBills(bills),
      ...{ bills, hasLetterhead: letterhead !== null },
    };
  }

  /** From the first month with a URL, or a closed one, to the one that is running; newest first. */
  async list(tx: Tx): Promise<BillingMonths> {
    const now = this.clock.now();
    const current = monthOf(now);
    const oldest = monthAfter(current, 1 - mostMonths);
    const closings = await this.runs.closings(tx);
    const withUrls = await this.bills.firstMonth(tx, spanOf(oldest, current));
    const [first] = [...closings.keys(), withUrls ?? current].toSorted();
    const months = monthsBetween(first! < oldest ? oldest : first!, current);
    const open = await this.bills.ofMonths(
      tx,
      months.filter((month) => !closings.has(month)),
    );
    const sums = await this.keptSums(tx, months);
    const items = months.map((month): BillingMonth => {
      const made = open.get(month)?.map(({ sums: own, lines }) => ({ ...own, lines }));
      const told = this.told(month, closings.get(month));
      return { ...told, ...(made ? sumsOfBills(made) : (sums.get(month) ?? nothing)) };
    });
    return { items: items.toReversed() };
  }

  private told(month: Month, closedAt: Date | undefined) {
    if (closedAt) return { month, state: 'closed', closedAt: closedAt.toISOString() } as const;
    const isOver = spanOf(month).until <= this.clock.now();
    return { month, state: isOver ? 'open' : 'running', closedAt: null } as const;
  }

  private async kept(tx: Tx, month: Month) {
    const rows = await this.invoices.ofMonth(tx, month);
    const lines = await this.invoices.lines(
      tx,
      rows.map(({ id }) => id),
    );
    const names = await this.merchants.names(
      tx,
      rows.map(({ merchantId }) => merchantId),
    );
    const bills = rows.map((row) => {
      const own = lines.filter(({ invoiceId }) => invoiceId === row.id);
      return billOf(row, own, names.get(row.merchantId) ?? row.billedTo.name);
    });
    return bills.toSorted((a, b) => a.merchantName.localeCompare(b.merchantName, 'nl'));
  }

  private async keptSums(tx: Tx, months: readonly Month[]): Promise<Map<Month, Sums>> {
    const sums = await this.invoices.sums(tx);
    const [from, until] = [months[0]!, months.at(-1)!];
    const billed = await this.invoices.billedKinds(tx, { from, until });
    const perMonth = Map.groupBy(billed, ({ month }) => month);
    return new Map(
      months.flatMap((month) => {
        const found = sums.get(month);
        if (!found) return [];
        const { count, net, vat } = found;
        const { margin } = sumsOf(perMonth.get(month) ?? []);
        return [[month, { invoices: count, net, vat, total: net + vat, margin }] as const];
      }),
    );
  }
}

const nothing: Sums = { invoices: 0, net: 0, vat: 0, total: 0, margin: 0 };

function sumsOfBills(bills: readonly (Omit<Sums, 'invoices'> & WithLines)[]): Sums {
  return bills.reduce(
    (sum, bill) => ({
      invoices: sum.invoices + Number(asksSomething(bill)),
      net: sum.net + bill.net,
      vat: sum.vat + bill.vat,
      total: sum.total + bill.total,
      margin: sum.margin + bill.margin,
    }),
    nothing,
  );
}
