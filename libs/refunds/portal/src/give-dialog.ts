import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField, maxLength, required, validate } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { brandName, OrdersApi } from '@toonbank/orders/portal/parts';
import { centsOf, euro, type Id } from '@toonbank/primitives';
import { VatCategory } from '@toonbank/refunds/contract';
import { Dialog } from '@toonbank/ui/dialogs';
import { Moment } from '@toonbank/ui/figures';
import { Ledger } from '@toonbank/ui/ledger';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Formats, Icon, LanguageChoice } from '@toonbank/ui/look';
import { Empty, lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { refundWords } from './refund-words';
import { RefundsApi } from './refunds-api';

/**
 * Giving an order back, all or a part: what is left, how long it may be done, and what it costs. Asked
 * over the page of the order, whose id it is given; answers the id of the refund that was made.
 */
@Component({
  selector: 'tb-give-dialog',
  imports: [
    ...[TranslocoDirective, Control, Dialog, Empty, Field, FormField, Icon, Ledger, Moment],
    ...[Note, ProblemPanel, Skeleton],
  ],
  providers: [refundWords],
  templateUrl: './give-dialog.html',
  styles: `
    /* About as high as what comes, so that the acts below it stay where they are. */
    .waits {
      min-height: 41rem;
    }
    [inputmode='decimal'] {
      text-align: right;
    }
  `,
})
export class GiveDialog {
  private readonly id = inject<Id>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<Id>>(DialogRef);
  private readonly api = inject(RefundsApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly formats = inject(Formats);
  protected readonly sending = new Sending();
  protected readonly vats = VatCategory.options;

  protected readonly orderRead = inject(OrdersApi).detail(() => this.id);
  protected readonly order = lastRead(this.orderRead);
  protected readonly read = this.api.refundable(() => this.id);
  protected readonly known = lastRead(this.read);
  private readonly rest = computed(() => this.known()?.rest.amount ?? 0);
  /** Why nothing can be given back; its words are under it. */
  protected readonly nothing = computed(() => this.known()?.nothingBecause ?? undefined);
  /** One refund of this dialog: made anew when what was typed changes. */
  private readonly key = linkedSignal({
    source: () => JSON.stringify(this.model()),
    computation: () => crypto.randomUUID(),
  });
  private readonly model = linkedSignal(() => ({
    amount: this.known() ? this.formats.figure(this.rest()) : '',
    description: this.order() ? `Retour ${this.order()!.merchantOrderId}`.slice(0, 45) : '',
    vat: '',
    reason: '',
  }));
  protected readonly form = form(this.model, (path) => {
    validate(path.amount, ({ value }) => {
      const cents = centsOf(value());
      const fits = cents !== undefined && cents > 0 && cents <= this.rest();
      return fits ? undefined : { kind: 'amount' };
    });
    required(path.description);
    maxLength(path.description, 45);
    maxLength(path.reason, 200);
  });

  private readonly cents = computed(() => centsOf(this.model().amount) ?? 0);
  protected readonly amount = computed(() => this.written(this.cents()));
  protected readonly most = computed(() => this.written(this.rest()));
  protected readonly needsSecond = computed(() => {
    const from = this.known()?.approvalFrom;
    return !!from && this.cents() >= from.amount;
  });
  protected readonly approvalFrom = computed(() => {
    const from = this.known()?.approvalFrom;
    return from ? this.written(from.amount) : undefined;
  });
  protected readonly over = computed(() => {
    const known = this.known();
    return {
      ...{ day: known?.endsAt ? this.formats.date(known.endsAt) : '' },
      ...{ paid: this.written(known?.paid.amount ?? 0), merchant: this.order()?.merchantName },
      refunded: this.written(known?.refunded.amount ?? 0),
    };
  });
  protected readonly lead = computed(() => {
    this.language.current();
    const [order, known] = [this.order(), this.known()];
    if (!order || !known) return undefined;
    const { merchantOrderId: number } = order;
    const values = { number, brand: brandName(known.paymentBrand), amount: this.most() };
    return this.word('giveLead', values);
  });
  protected readonly lines = computed(() => {
    this.language.current();
    const known = this.known();
    if (!known) return [];
    return [
      { label: this.word('paid'), cents: known.paid.amount },
      { label: this.word('before'), cents: -known.refunded.amount },
      { label: this.word('this'), cents: -this.cents() },
    ];
  });

  protected async submit(): Promise<void> {
    const { description, vat, reason } = this.model();
    let made: Id | undefined;
    const isSent = await this.sending.send(this.form, async () => {
      const said = reason.trim();
      const category = this.vats.find((known) => known === vat);
      const refund = await this.api.give(this.id, this.key(), {
        ...{ amount: euro(this.cents()), description },
        ...(category && { vatCategory: category }),
        ...(said && { reason: said }),
      });
      made = refund.id;
    });
    if (isSent) this.dialog.close(made);
  }

  private written(cents: number): string {
    this.language.current();
    return this.formats.amount(cents);
  }

  private word(key: string, values?: Record<string, unknown>): string {
    return this.words.translate<string>(`refunds.${key}`, values);
  }
}
