import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, pattern, required, validate } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Fee } from '@toonbank/billing/contract';
import { centsOf } from '@toonbank/primitives';
import { Money } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { Formats } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BillingApi } from './billing-api';
import { monthBefore } from './month-before';

const aMonth = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** What the agency itself asks of every merchant, by month; a new one ends the one before it. */
@Component({
  selector: 'tb-fee-setting',
  imports: [
    ...[TranslocoDirective, Control, Empty, Field, FormField, Money, ProblemPanel, Skeleton],
    ...[Table],
  ],
  templateUrl: './fee-setting.html',
  styles: `
    form {
      margin-top: var(--s-24);
    }
  `,
})
export class FeeSetting {
  private readonly api = inject(BillingApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly formats = inject(Formats);
  protected readonly sending = new Sending();
  protected readonly read = this.api.fees();
  private readonly known = lastRead(this.read);
  protected readonly fees = computed(() => this.known()?.items);
  private readonly general = computed(() =>
    (this.fees() ?? []).filter(({ merchantId }) => merchantId === null),
  );

  private readonly model = signal({ from: '', month: '', url: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.from);
    pattern(path.from, aMonth);
    // One that begins before another would have to end when that begins: nobody asked for that.
    validate(path.from, ({ value }) =>
      this.general().some(({ from }) => from >= value()) ? { kind: 'too-early' } : undefined,
    );
    for (const amount of [path.month, path.url]) {
      validate(amount, ({ value }) =>
        centsOf(value()) === undefined ? { kind: 'no-amount' } : undefined,
      );
    }
  });

  protected async add(): Promise<void> {
    const isAdded = await this.sending.send(this.form, () => this.save());
    if (!isAdded) return;
    this.model.set({ from: '', month: '', url: '' });
    this.form().reset();
    this.read.reload();
    this.toasts.show({ text: this.words.translate('billing.fee.added') });
  }

  private async save(): Promise<void> {
    const { from, month, url } = this.model();
    const running = this.general().find(({ until }) => until === null || until >= from);
    if (running) await this.end(running, from);
    const amounts = { month: centsOf(month) ?? 0, url: centsOf(url) ?? 0 };
    await this.api.addFee({ merchantId: null, from, until: null, ...amounts });
  }

  private end({ id, merchantId, from, month, url }: Fee, next: string): Promise<void> {
    const until = monthBefore(next);
    return this.api.changeFee(id, { merchantId, from, until, month, url });
  }
}
