import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { brandName } from '@toonbank/orders/portal/parts';
import type { Environment, Id } from '@toonbank/primitives';
import { Copyable } from '@toonbank/ui/copying';
import { Moment, Money } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Formats, Icon, LanguageChoice, PageHead, StatusChip } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { refundLooks } from './refund-states';
import { RefundsApi } from './refunds-api';

/** One refund: how far it is, and what a person can do about it. */
@Component({
  selector: 'tb-refund-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Copyable, Icon, Moment, Money, Note, PageHead],
    ...[ProblemPanel, Skeleton, StatusChip],
  ],
  templateUrl: './refund-page.html',
})
export class RefundPage {
  /** From the address: `/:environment/refunds/:id`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(RefundsApi);
  private readonly session = inject(SessionApi);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly formats = inject(Formats);
  protected readonly brandName = brandName;
  protected readonly sending = new Sending();

  protected readonly read = this.api.one(() => this.id());
  protected readonly refund = lastRead(this.read);
  protected readonly look = computed(() => refundLooks[this.refund()?.status ?? 'SENDING']);
  protected readonly amount = computed(() => {
    this.language.current();
    return this.formats.amount(this.refund()?.amount.amount ?? 0);
  });
  protected readonly mayDecide = computed(
    () => this.refund()?.status === 'AWAITING_APPROVAL' && this.session.has('refunds:approve'),
  );
  protected readonly mayConfirm = computed(
    () => this.refund()?.status === 'ELSEWHERE' && this.session.has('refunds:confirm'),
  );
  protected readonly crumbs = computed(() => {
    this.language.current();
    const word = this.words.translate<string>('refunds.title');
    return [{ word, link: ['/', this.environment(), 'refunds'] }];
  });

  protected async decide(approved: boolean): Promise<void> {
    await this.sending.run(() => this.api.decide(this.id(), approved));
    this.read.reload();
  }

  protected async confirm(paid: boolean): Promise<void> {
    await this.sending.run(() => this.api.confirm(this.id(), paid));
    this.read.reload();
  }
}
