import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ScheduleMail, ScheduleRun } from '@toonbank/exports/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Confirmations, Toasts } from '@toonbank/ui/layers';
import { Table } from '@toonbank/ui/lists';
import { Icon, PageHead, StatusChip } from '@toonbank/ui/look';
import { lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { exportLooks, mailLookOf, mailLooks } from '../export-looks';
import { ExportTexts } from '../export-texts';
import { SchedulesApi } from './schedules-api';

/** One file that comes by calendar: what it made so far, and whom it reached. */
@Component({
  selector: 'tb-schedule-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Icon, Moment, PageHead, ProblemPanel, Skeleton],
    ...[StatusChip, Table],
  ],
  templateUrl: './schedule-page.html',
  styles: `
    td li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-4) var(--s-12);
      padding-block: var(--s-2);
    }
    .to {
      overflow-wrap: anywhere;
    }
  `,
})
export class SchedulePage {
  /** From the address: `/:environment/exports/schedules/:id`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(SchedulesApi);
  private readonly router = inject(Router);
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  protected readonly texts = inject(ExportTexts);
  protected readonly looks = exportLooks;
  protected readonly mailLooks = mailLooks;
  protected readonly sending = new Sending();
  protected readonly read = this.api.one(() => this.id());
  protected readonly known = lastRead(this.read);
  protected readonly runsRead = this.api.runs(() => this.id());
  protected readonly runs = lastRead(this.runsRead);
  /** Together, so that nothing moves; the facts wait for nobody who fails. */
  protected readonly isThere = computed(
    () => !!this.known() && (!!this.runs() || !!this.runsRead.error()),
  );
  protected readonly crumbs = computed(() => {
    const link = ['/', this.environment(), 'exports'];
    return [
      { word: this.texts.word('title'), link },
      { word: this.texts.word('schedules.title'), link: [...link, 'schedules'] },
    ];
  });

  protected lookOf(mail: ScheduleMail) {
    const word = mailLookOf(mail);
    return { ...mailLooks[word], word };
  }

  protected isUndelivered({ state: made, mails }: ScheduleRun): boolean {
    return made === 'failed' || mails.some(({ state }) => state === 'given-up');
  }

  protected async mailAgain({ exportId }: ScheduleRun): Promise<void> {
    await this.sending.run(() => this.api.mailAgain(this.id(), exportId));
    this.runsRead.reload();
  }

  protected async pause(paused: boolean): Promise<void> {
    await this.sending.run(() => this.api.change(this.id(), { paused }));
    this.read.reload();
  }

  protected async end(): Promise<void> {
    const isDone = await this.confirmations.ask({
      title: this.texts.word('schedules.endTitle'),
      says: [this.texts.word('schedules.endSays')],
      act: this.texts.word('schedules.endAct'),
      isFinal: true,
      does: () => this.api.end(this.id()),
    });
    if (!isDone) return;
    this.toasts.show({ text: this.texts.word('schedules.ended') });
    await this.router.navigate(['/', this.environment(), 'exports', 'schedules']);
  }
}
