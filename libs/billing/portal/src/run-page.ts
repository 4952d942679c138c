import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Id } from '@toonbank/primitives';
import { Money } from '@toonbank/ui/figures';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { Formats, Icon, LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BillLines } from './bill-lines';
import { BillingApi } from './billing-api';
import { runLooks } from './looks';
import { sentence } from './sentence';

/** A month: what closing it would make, or what it made. */
@Component({
  selector: 'tb-run-page',
  imports: [
    ...[
      RouterLink,
      TranslocoDirective,
      BillLines,
      Empty,
      Icon,
      Money,
      Note,
      PageHead,
      ProblemPanel,
    ],
    ...[Skeleton, StatusChip, Table],
  ],
  templateUrl: './run-page.html',
  styles: `
    .bill {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-4) var(--s-12);
    }
    [aria-expanded='true'] tb-icon {
      rotate: 90deg;
    }
  `,
  styleUrl: './totals.css',
})
export class RunPage {
  /** From the address: `/billing/runs/:month`. */
  readonly month = input.required<string>();

  private readonly api = inject(BillingApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  protected readonly formats = inject(Formats);
  protected readonly maySet = inject(SessionApi).has('settings:write');
  protected readonly looks = runLooks;

  protected readonly read = this.api.run(() => this.month());
  protected readonly run = lastRead(this.read);
  protected readonly name = computed(() => this.formats.month(this.month()));
  protected readonly title = computed(() => sentence(this.name()));
  protected readonly crumbs = computed(() => {
    this.language.current();
    return [{ word: this.say('title'), link: ['/billing'] }];
  });
  protected readonly lead = computed(() => {
    this.language.current();
    const run = this.run();
    if (!run) return undefined;
    const { invoices: count, closedAt } = run;
    const total = this.formats.amount(run.total);
    const at = closedAt ? this.formats.date(closedAt) : '';
    return this.say(`run.lead.${run.state}`, { count, total, at });
  });
  /** The merchants whose lines are shown. */
  protected readonly opened = signal<ReadonlySet<Id>>(new Set());
  /** Whose name and address are not known: the month can't be closed before they are. */
  protected readonly unknown = computed(() =>
    (this.run()?.bills ?? []).filter((bill) => !bill.isComplete && bill.total !== 0),
  );
  protected readonly lacks = computed(() => {
    const run = this.run();
    if (!run || run.state === 'closed' || run.invoices === 0) return false;
    return !run.hasLetterhead || this.unknown().length > 0;
  });
  protected readonly canClose = computed(() => this.run()?.state === 'open' && !this.lacks());

  protected toggle(merchantId: Id): void {
    this.opened.update((before) => {
      const after = new Set(before);
      if (!after.delete(merchantId)) after.add(merchantId);
      return after;
    });
  }

  protected async close(): Promise<void> {
    const run = this.run();
    if (!run || !this.canClose()) return;
    const values = {
      month: this.title(),
      count: run.invoices,
      total: this.formats.amount(run.total),
    };
    const isDone = await this.confirmations.ask({
      title: this.say('run.closeTitle', values),
      says: [this.say('run.closeSays', values), this.say('run.closeMore')],
      ledger: {
        lines: [
          { label: this.say('net'), cents: run.net },
          { label: this.say('vat'), cents: run.vat },
        ],
        total: this.say('total'),
      },
      act: this.say('run.closeAct', values),
      does: () => this.api.close(this.month(), run.total),
    });
    this.read.reload();
    if (isDone) this.toasts.show({ text: this.say('run.closed', values) });
  }

  private say(key: string, values: object = {}): string {
    return this.words.translate<string>(`billing.${key}`, values);
  }
}
