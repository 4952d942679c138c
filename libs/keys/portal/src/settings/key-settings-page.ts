import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { KeySettings } from '@toonbank/keys/contract';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { LanguageChoice, PageHead } from '@toonbank/ui/look';
import { lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { RotationsApi } from '../rotation/rotations-api';

/** How long an old key must have been quiet before it is safe to destroy. */
@Component({
  selector: 'tb-key-settings-page',
  imports: [TranslocoDirective, Control, Field, FormField, PageHead, ProblemPanel, Skeleton],
  templateUrl: './key-settings-page.html',
})
export class KeySettingsPage {
  private readonly api = inject(RotationsApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  protected readonly sending = new Sending();
  protected readonly read = this.api.settings();
  protected readonly settings = lastRead(this.read);
  protected readonly crumbs = computed(() => {
    this.language.current();
    const link = ['/', 'production', 'keys', 'rotations'];
    return [{ word: this.words.translate<string>('rotations.title'), link }];
  });

  private readonly model = linkedSignal(() => ({
    quietHours: String(this.settings()?.quietHours ?? ''),
  }));
  protected readonly form = form(this.model, (path) => {
    validate(path.quietHours, ({ value }) =>
      typed(value()).success ? undefined : { kind: 'hours' },
    );
  });

  protected async save(): Promise<void> {
    const isSaved = await this.sending.send(this.form, () =>
      this.api.changeSettings(typed(this.model().quietHours).data!),
    );
    if (!isSaved) return;
    this.form().reset();
    this.read.reload();
    this.toasts.show({ text: this.words.translate('rotations.settings.saved') });
  }
}

function typed(hours: string) {
  const quietHours = hours.trim() === '' ? Number.NaN : Number(hours);
  return KeySettings.safeParse({ quietHours });
}
