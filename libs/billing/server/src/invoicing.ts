import { Injectable } from '@nestjs/common';
import type { Bill, BillLine, Month } from '@toonbank/billing/contract';
import { Clock, dayAfter, dayOf } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { newId } from '@toonbank/primitives';
import type { InvoiceLineEntity } from './invoice-line.entity';
import type { InvoiceEntity } from './invoice.entity';
import { InvoicesRepository } from './invoices.repository';
import { problems } from './problems';
import { SettingsRepository } from './settings.repository';

/**
 * Makes numbered invoices, in the transaction of who asks: numbers, invoices and lines are written
 * together or not at all. The caller holds the settings' lock.
 */
@Injectable()
export class Invoicing {
  constructor(
    private readonly invoices: InvoicesRepository,
    private readonly settings: SettingsRepository,
    private readonly clock: Clock,
  ) {}

  /** One for each bill that asks something; answers how many. Throws a problem when an address lacks. */
  async make(tx: Tx, month: Month, bills: readonly Bill[]): Promise<number> {
    const owed = bills.filter(asksSomething);
    if (owed.length === 0) return 0;
    const { letterhead, termDays } = await this.settings.settings(tx);
    const unknown = owed.filter(({ isComplete }) => !isComplete);
    if (!letterhead || unknown.length > 0) {
      const names = unknown.map(({ merchantName }) => merchantName);
      throw problems.incomplete(
        [...(letterhead ? [] : ['the agency itself']), ...names].join(', '),
      );
    }
    const clients = await this.settings.clients(tx);
    const issuedOn = dayOf(this.clock.now());
    const year = Number(issuedOn.slice(0, 4));
    const first = await this.invoices.takeNumbers(tx, year, owed.length);
    const made = owed.map((bill, index) => {
      const { language, billedTo } = clients.find(
        ({ merchantId }) => merchantId === bill.merchantId,
      )!;
      const invoice: InvoiceEntity = {
        ...{ agencyId: tx.scope.agencyId, id: newId(), merchantId: bill.merchantId, month },
        ...{ kind: 'invoice', year, number: first + index, issuedOn },
        ...{ dueOn: dayAfter(issuedOn, termDays), language, payer: bill.payer, urls: bill.urls },
        ...{ letterhead, billedTo: billedTo!, net: bill.net, vat: bill.vat },
        ...{ credits: null, reason: null, creditedBy: null, sentOn: null, paidOn: null },
        lateToldAt: null,
      };
      return { invoice, lines: linesOf(invoice, bill.lines) };
    });
    await this.insert(tx, made);
    return made.length;
  }

  /** Takes an invoice back: what it billed, negated, under a number of its own. */
  async credit(tx: Tx, invoice: InvoiceEntity, reason: string): Promise<InvoiceEntity> {
    const issuedOn = dayOf(this.clock.now());
    const year = Number(issuedOn.slice(0, 4));
    const number = await this.invoices.takeNumbers(tx, year, 1);
    const note: InvoiceEntity = {
      ...invoice,
      ...{ id: newId(), kind: 'credit-note', year, number, issuedOn, dueOn: null },
      ...{ net: -invoice.net, vat: -invoice.vat, credits: invoice.id, reason },
      ...{ creditedBy: null, sentOn: null, paidOn: null, lateToldAt: null },
    };
    const lines = await this.invoices.lines(tx, [invoice.id]);
    const taken = lines
      .filter(({ isBilled }) => isBilled)
      .map((line) => ({ ...line, count: -line.count, net: -line.net, vat: -line.vat }));
    await this.insert(tx, [{ invoice: note, lines: linesOf(note, taken) }]);
    await this.invoices.update(tx, invoice.id, { creditedBy: note.id });
    return note;
  }

  private insert(
    tx: Tx,
    made: readonly { invoice: InvoiceEntity; lines: InvoiceLineEntity[] }[],
  ): Promise<void> {
    return this.invoices.insert(
      tx,
      made.map(({ invoice }) => invoice),
      made.flatMap(({ lines }) => lines),
    );
  }
}

export interface WithLines {
  readonly lines: readonly Pick<BillLine, 'isBilled'>[];
}

/** Whether a bill becomes an invoice: a merchant that owes nothing gets none. */
export function asksSomething({ lines }: WithLines): boolean {
  return lines.some(({ isBilled }) => isBilled);
}

function linesOf(
  { agencyId, id: invoiceId, merchantId }: InvoiceEntity,
  lines: readonly Omit<InvoiceLineEntity, 'agencyId' | 'invoiceId' | 'merchantId' | 'position'>[],
): InvoiceLineEntity[] {
  return lines.map((line, index) => {
    return { ...line, agencyId, invoiceId, merchantId, position: index + 1 };
  });
}
