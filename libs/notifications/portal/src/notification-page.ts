import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Environment, Id } from '@toonbank/primitives';
import { Copyable } from '@toonbank/ui/copying';
import { Moment } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { LanguageChoice, Now, PageHead, StatusChip } from '@toonbank/ui/look';
import { Verbatim } from '@toonbank/ui/messages';
import { lastRead, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { stateLooks } from './notification-states';
import { NotificationsApi } from './notifications-api';

/** One ping of the bank: what it said, by which key it was believed, and what became of it. */
@Component({
  selector: 'tb-notification-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Copyable, Moment, Note, PageHead, ProblemPanel],
    ...[Skeleton, StatusChip, Verbatim],
  ],
  templateUrl: './notification-page.html',
})
export class NotificationPageOne {
  /** From the address: `/:environment/notifications/:id`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(NotificationsApi);
  private readonly session = inject(SessionApi);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly now = inject(Now);
  protected readonly looks = stateLooks;
  protected readonly sending = new Sending();

  protected readonly read = this.api.one(() => this.id());
  protected readonly notification = lastRead(this.read);
  protected readonly crumbs = computed(() => {
    this.language.current();
    const word = this.words.translate<string>('notifications.title');
    return [{ word, link: ['/', this.environment(), 'notifications'] }];
  });
  protected readonly mayPull = computed(() => this.session.has('notifications:pull'));
  protected readonly isAlive = computed(
    () => Date.parse(this.notification()?.expiresAt ?? '') > this.now.ms(),
  );

  protected async pull(): Promise<void> {
    if (!(await this.sending.run(() => this.api.pull(this.id())))) return;
    this.toasts.show({ text: this.words.translate<string>('notifications.asked') });
    this.read.reload();
  }
}
