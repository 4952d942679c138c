import { Component, inject, signal } from '@angular/core';
import {
  form,
  FormField,
  max,
  maxLength,
  min,
  pattern,
  required,
  validate,
} from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { BankPrice } from '@toonbank/billing/contract';
import { centsOf } from '@toonbank/primitives';
import { Money } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { Formats } from '@toonbank/ui/look';
import { lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BillingApi } from './billing-api';

const aMonth = /^20\d{2}-(0[1-9]|1[0-2])$/;
const nothing = { from: '', shop: '', includedUrls: 3, extraUrl: '', source: '' };

/** What the bank asks, by month and with where that was read (S27); a new price ends the one before it. */
@Component({
  selector: 'tb-bank-price-list',
  imports: [
    ...[TranslocoDirective, Control, Field, FormField, Money, ProblemPanel, Skeleton, Table],
  ],
  templateUrl: './bank-price-list.html',
  styles: `
    form {
      margin-top: var(--s-24);
    }
  `,
})
export class BankPriceList {
  private readonly api = inject(BillingApi);
  private readonly toasts = inject(Toasts);
  private readonly confirmations = inject(Confirmations);
  private readonly words = inject(TranslocoService);
  protected readonly formats = inject(Formats);
  protected readonly sending = new Sending();
  protected readonly read = this.api.bankPrices();
  protected readonly prices = lastRead(this.read);

  private readonly model = signal(nothing);
  protected readonly form = form(this.model, (path) => {
    required(path.from);
    pattern(path.from, aMonth);
    // One that begins before another would have to end when that begins: nobody asked for that.
    validate(path.from, ({ value }) =>
      this.prices()?.items.some(({ from }) => from !== null && from >= value())
        ? { kind: 'too-early' }
        : undefined,
    );
    for (const amount of [path.shop, path.extraUrl]) {
      validate(amount, ({ value }) =>
        centsOf(value()) === undefined ? { kind: 'no-amount' } : undefined,
      );
    }
    required(path.includedUrls);
    min(path.includedUrls, 0);
    max(path.includedUrls, 1000);
    required(path.source);
    maxLength(path.source, 100);
  });

  protected async add(): Promise<void> {
    const isAdded = await this.sending.send(this.form, () => this.save());
    if (!isAdded) return;
    this.model.set(nothing);
    this.form().reset();
    this.read.reload();
    this.toasts.show({ text: this.words.translate('billing.bankPrice.added') });
  }

  protected async remove({ id, from, source }: BankPrice): Promise<void> {
    if (id === null || from === null) return;
    const values = { from: this.formats.month(from), source };
    const say = (key: string) => this.words.translate<string>(`billing.bankPrice.${key}`, values);
    const isDone = await this.confirmations.ask({
      title: say('removeTitle'),
      says: [say('removeSays')],
      act: say('removeAct'),
      does: () => this.api.removeBankPrice(id),
    });
    this.read.reload();
    if (isDone) this.toasts.show({ text: say('removed') });
  }

  private async save(): Promise<void> {
    const { from, shop, includedUrls, extraUrl, source } = this.model();
    const amounts = { shop: centsOf(shop) ?? 0, extraUrl: centsOf(extraUrl) ?? 0 };
    const runs = { from, until: null, endsRunning: true };
    await this.api.addBankPrice({ ...runs, includedUrls, source, ...amounts });
  }
}
