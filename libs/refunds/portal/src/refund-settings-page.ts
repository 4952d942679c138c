import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { centsOf, euro } from '@toonbank/primitives';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { Formats, LanguageChoice, PageHead } from '@toonbank/ui/look';
import { lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { RefundsApi } from './refunds-api';

/** From which amount on a second person approves a refund. */
@Component({
  selector: 'tb-refund-settings-page',
  imports: [TranslocoDirective, Control, Field, FormField, PageHead, ProblemPanel, Skeleton],
  templateUrl: './refund-settings-page.html',
})
export class RefundSettingsPage {
  private readonly api = inject(RefundsApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly formats = inject(Formats);
  protected readonly sending = new Sending();
  protected readonly read = this.api.settings();
  protected readonly settings = lastRead(this.read);
  protected readonly crumbs = computed(() => {
    this.language.current();
    const link = ['/', 'production', 'refunds'];
    return [{ word: this.words.translate<string>('refunds.title'), link }];
  });

  private readonly model = linkedSignal(() => {
    const from = this.settings()?.approvalFrom;
    return { approvalFrom: from ? this.formats.figure(from.amount) : '' };
  });
  protected readonly form = form(this.model, (path) => {
    validate(path.approvalFrom, ({ value }) =>
      value().trim() === '' || centsOf(value()) !== undefined ? undefined : { kind: 'amount' },
    );
  });

  protected async save(): Promise<void> {
    const cents = centsOf(this.model().approvalFrom);
    const approvalFrom = cents === undefined ? null : euro(cents);
    const isSaved = await this.sending.send(this.form, () =>
      this.api.changeSettings({ approvalFrom }),
    );
    if (!isSaved) return;
    this.form().reset();
    this.read.reload();
    this.toasts.show({ text: this.words.translate('refunds.settings.saved') });
  }
}
