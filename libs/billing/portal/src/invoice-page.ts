import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { type BillLine, type Invoice, invoicesPath } from '@toonbank/billing/contract';
import type { Id } from '@toonbank/primitives';
import { Moment, Money } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { Formats, Icon, LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BillingApi } from './billing-api';
import { InvoiceDays } from './invoice-days';
import { invoiceLooks } from './looks';
import { quantityOf } from './quantity';
import { sentence } from './sentence';

/** An invoice or a credit note: its lines, what became of it, and its paper. */
@Component({
  selector: 'tb-invoice-page',
  imports: [
    ...[
      RouterLink,
      TranslocoDirective,
      Icon,
      InvoiceDays,
      Moment,
      Money,
      Note,
      PageHead,
      ProblemPanel,
    ],
    ...[Skeleton, StatusChip, Table],
  ],
  templateUrl: './invoice-page.html',
  styleUrl: './totals.css',
})
export class InvoicePage {
  /** From the address: `/billing/invoices/:id`. */
  readonly id = input.required<Id>();

  private readonly api = inject(BillingApi);
  private readonly router = inject(Router);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);
  protected readonly sending = new Sending();
  protected readonly mayClose = inject(SessionApi).has('billing:close');
  protected readonly looks = invoiceLooks;

  protected readonly read = this.api.invoice(() => this.id());
  protected readonly invoice = lastRead(this.read);
  protected readonly pdf = computed(() => `/${invoicesPath}/${this.id()}/pdf`);
  protected readonly billed = computed(() => this.lines(true));
  protected readonly told = computed(() => this.lines(false));
  protected readonly isUnpaid = computed(() =>
    ['open', 'sent', 'overdue'].includes(this.invoice()?.state ?? ''),
  );
  /** Read only to know whether who was credited was billed again. */
  private readonly runRead = this.api.run(() => {
    const invoice = this.invoice();
    return this.mayClose && invoice?.creditedBy ? invoice.month : undefined;
  });
  protected readonly canBillAgain = computed(() => {
    const bills = this.runRead.hasValue() ? this.runRead.value().bills : undefined;
    const merchantId = this.invoice()?.merchantId;
    return !!bills && !bills.some((bill) => bill.merchantId === merchantId);
  });
  protected readonly crumbs = computed(() => {
    this.language.current();
    const month = this.invoice()?.month;
    const all = { word: this.say(this.mayClose ? 'title' : 'titleMerchant'), link: ['/billing'] };
    if (!month || !this.mayClose) return [all];
    return [all, { word: sentence(this.formats.month(month)), link: ['/billing', 'runs', month] }];
  });
  protected readonly lead = computed(() => {
    this.language.current();
    const invoice = this.invoice();
    if (!invoice) return undefined;
    return this.say(`invoice.lead.${invoice.state}`, {
      name: invoice.billedTo.name,
      total: this.formats.amount(invoice.total),
      due: invoice.dueOn ? this.formats.date(invoice.dueOn) : '',
      paid: invoice.paidOn ? this.formats.date(invoice.paidOn) : '',
    });
  });

  protected quantity(line: BillLine): string {
    return quantityOf(line, { formats: this.formats, words: this.words });
  }

  protected undoPayment(): Promise<void> {
    return this.act('unpaid', () => this.api.undoPayment(this.id()));
  }

  protected async credit(): Promise<void> {
    const invoice = this.invoice();
    if (!invoice) return;
    let note: Invoice | undefined;
    const total = this.formats.amount(invoice.total);
    const values = { number: invoice.number, total };
    const isDone = await this.confirmations.ask({
      title: this.say('invoice.creditTitle', values),
      says: [this.say('invoice.creditSays', values), this.say('invoice.creditMore')],
      act: this.say('invoice.creditAct', values),
      isFinal: true,
      asksReason: true,
      does: async ({ reason }) => (note = await this.api.credit(this.id(), reason)),
    });
    if (!isDone || !note) return;
    this.toasts.show({ text: this.say('invoice.done.credited', { number: note.number }) });
    await this.router.navigate(['/billing', 'invoices', note.id]);
  }

  protected async billAgain(): Promise<void> {
    const { month, merchantId } = this.invoice()!;
    if (!(await this.sending.run(() => this.api.billAgain(month, merchantId)))) return;
    await this.router.navigate(['/billing', 'runs', month]);
  }

  private async act(word: string, call: () => Promise<void>): Promise<void> {
    if (!(await this.sending.run(call))) return;
    this.read.reload();
    this.toasts.show({ text: this.say(`invoice.done.${word}`) });
  }

  private lines(isBilled: boolean): readonly BillLine[] {
    return (this.invoice()?.lines ?? []).filter((line) => line.isBilled === isBilled);
  }

  private say(key: string, values: object = {}): string {
    return this.words.translate<string>(`billing.${key}`, values);
  }
}
