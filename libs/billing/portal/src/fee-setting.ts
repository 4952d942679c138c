import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, pattern, required, validate } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Fee } from '@toonbank/billing/contract';
import { centsOf, type Id } from '@toonbank/primitives';
import { Money } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { SessionApi } from '@toonbank/access/portal';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { Formats } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BillingApi } from './billing-api';

const aMonth = /^20\d{2}-(0[1-9]|1[0-2])$/;

/**
 * What the agency itself asks, by month, of every merchant or of one; a new one ends the one before it.
 * What no closed month has used can be taken back.
 */
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
  /** The merchant whose own fees these are; null: the fees of everybody, and a list of all. */
  readonly merchant = input<Id | null>(null);

  private readonly api = inject(BillingApi);
  private readonly confirmations = inject(Confirmations);
  protected readonly mayWrite = inject(SessionApi).has('settings:write');
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly formats = inject(Formats);
  protected readonly sending = new Sending();
  protected readonly read = this.api.fees();
  private readonly known = lastRead(this.read);
  protected readonly fees = computed(() => {
    const of = this.merchant();
    return this.known()?.items.filter(({ merchantId }) => of === null || merchantId === of);
  });
  /** Those that a new one follows on. */
  private readonly line = computed(() =>
    (this.fees() ?? []).filter(({ merchantId }) => merchantId === this.merchant()),
  );

  private readonly model = signal({ from: '', month: '', url: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.from);
    pattern(path.from, aMonth);
    // One that begins before another would have to end when that begins: nobody asked for that.
    validate(path.from, ({ value }) =>
      this.line().some(({ from }) => from >= value()) ? { kind: 'too-early' } : undefined,
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

  protected async remove(fee: Fee): Promise<void> {
    const month = this.formats.amount(fee.month);
    const from = this.formats.month(fee.from);
    const say = (key: string) =>
      this.words.translate<string>(`billing.fee.${key}`, { month, from });
    const isDone = await this.confirmations.ask({
      title: say('removeTitle'),
      says: [say('removeSays')],
      act: say('removeAct'),
      does: () => this.api.removeFee(fee.id),
    });
    this.read.reload();
    if (isDone) this.toasts.show({ text: say('removed') });
  }

  private async save(): Promise<void> {
    const { from, month, url } = this.model();
    const amounts = { month: centsOf(month) ?? 0, url: centsOf(url) ?? 0 };
    const runs = { from, until: null, endsRunning: true };
    await this.api.addFee({ ...runs, merchantId: this.merchant(), ...amounts });
  }
}
