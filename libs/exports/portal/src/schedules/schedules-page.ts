import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Schedule } from '@toonbank/exports/contract';
import type { Environment } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Pager, Table, Tabs } from '@toonbank/ui/lists';
import { Icon, PageHead, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { exportLooks, type MailLook, mailLookOf, mailLooks } from '../export-looks';
import { ExportTabs } from '../export-tabs';
import { ExportTexts } from '../export-texts';
import { SchedulesApi } from './schedules-api';

/** The worst first: what a person must know of the mails of one run. */
const gravity: readonly MailLook[] = ['given-up', 'retrying', 'waiting', 'sent', 'fetched'];

/** The files that come by calendar: when the next one does, and whether the last one arrived. */
@Component({
  selector: 'tb-schedules-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, Icon, Moment, PageHead, Pager, ProblemPanel],
    ...[Skeleton, StatusChip, Table, Tabs],
  ],
  providers: [ExportTabs],
  templateUrl: './schedules-page.html',
  styles: `
    tb-tabs {
      display: block;
      margin-bottom: var(--s-16);
    }
  `,
})
export class SchedulesPage {
  /** From the address: `/:environment/exports/schedules?after=`. */
  readonly environment = input.required<Environment>();
  readonly after = input<string>();

  private readonly api = inject(SchedulesApi);
  protected readonly texts = inject(ExportTexts);
  protected readonly tabs = inject(ExportTabs).of(() => this.environment());
  protected readonly looks = exportLooks;
  protected readonly mailLooks = mailLooks;
  protected readonly page = this.api.page(() => ({
    ...{ environment: this.environment(), after: this.after() },
  }));
  protected readonly read = lastRead(this.page);

  /** Undefined: nothing was mailed yet. */
  protected mailOf({ lastRun }: Schedule): MailLook | undefined {
    const looks = (lastRun?.mails ?? []).map((mail) => mailLookOf(mail));
    return gravity.find((look) => looks.includes(look));
  }
}
