import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Export, ExportKind } from '@toonbank/exports/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { FilterBar, type FilterField } from '@toonbank/ui/filters';
import { Sending } from '@toonbank/ui/forms';
import { Pager, Table, Tabs } from '@toonbank/ui/lists';
import { Formats, Icon, PageHead, StatusChip } from '@toonbank/ui/look';
import { Empty, lastRead, ProblemPanel, Skeleton, whileLive } from '@toonbank/ui/states';
import { exportLooks } from './export-looks';
import { ExportTabs } from './export-tabs';
import { ExportTexts } from './export-texts';
import { ExportsApi } from './exports-api';
import { Fetching } from './fetching';

/** The files that were asked for, newest first; those being made move while one looks. */
@Component({
  selector: 'tb-exports-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Empty, FilterBar, Icon, Moment, PageHead, Pager],
    ...[ProblemPanel, Skeleton, StatusChip, Table, Tabs],
  ],
  providers: [ExportTabs],
  templateUrl: './exports-page.html',
  styles: `
    tb-tabs {
      display: block;
      margin-bottom: var(--s-16);
    }
    td .btn {
      white-space: nowrap;
    }
    progress {
      width: 8rem;
      max-width: 100%;
      accent-color: var(--accent);
    }
  `,
})
export class ExportsPage {
  /** From the address: `/:environment/exports?…`. */
  readonly environment = input.required<Environment>();
  readonly kind = input<string>();
  readonly schedule = input<Id>();
  readonly after = input<string>();

  private readonly api = inject(ExportsApi);
  private readonly router = inject(Router);
  private readonly fetching = inject(Fetching);
  protected readonly texts = inject(ExportTexts);
  protected readonly formats = inject(Formats);
  protected readonly looks = exportLooks;
  protected readonly tabs = inject(ExportTabs).of(() => this.environment());
  protected readonly sending = new Sending();

  protected readonly page = this.api.page(() => ({
    ...{ environment: this.environment(), kind: this.kind() },
    ...{ scheduleId: this.schedule(), after: this.after() },
  }));
  protected readonly read = lastRead(this.page);
  protected readonly isFiltered = computed(() => !!this.kind() || !!this.schedule());
  protected readonly values = computed(() => ({ kind: this.kind() }));
  protected readonly fields = computed<readonly FilterField[]>(() => [
    {
      ...{ key: 'kind', word: this.texts.word('choice.kind'), kind: 'choice' },
      options: ExportKind.options.map((value) => ({
        ...{ value, word: this.texts.word(`choice.kinds.${value}`) },
      })),
    },
  ]);

  constructor() {
    whileLive(() => !!this.read()?.items.some((one) => this.isLive(one)), this.page);
  }

  protected isLive({ state }: Export): boolean {
    return state === 'queued' || state === 'running';
  }

  protected async fetch({ id }: Export): Promise<void> {
    await this.sending.run(() => this.fetching.fetch(id));
  }

  protected async stop({ id }: Export): Promise<void> {
    await this.sending.run(() => this.api.stop(id));
    this.page.reload();
  }

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      queryParams: { ...changes, after: null },
      queryParamsHandling: 'merge',
    });
  }
}
