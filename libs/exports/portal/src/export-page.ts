import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { Moment } from '@toonbank/ui/figures';
import { Sending } from '@toonbank/ui/forms';
import { Formats, Icon, Now, PageHead, StatusChip } from '@toonbank/ui/look';
import { lastRead, Note, ProblemPanel, Skeleton, whileLive } from '@toonbank/ui/states';
import { Progress } from '@toonbank/ui/steps';
import { exportLooks } from './export-looks';
import { ExportTexts, leftOf } from './export-texts';
import { ExportsApi } from './exports-api';
import { Fetching } from './fetching';
import { addressOfExport } from './fields/choice-model';

/** One file: how far it is, and where it is once it is there. */
@Component({
  selector: 'tb-export-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Icon, Moment, Note, PageHead, ProblemPanel, Progress],
    ...[Skeleton, StatusChip],
  ],
  templateUrl: './export-page.html',
  styles: `
    .now {
      display: grid;
      align-content: start;
      gap: var(--s-12);
      min-height: 6rem;
      margin-bottom: var(--s-24);
    }
  `,
})
export class ExportPage {
  /** From the address: `/:environment/exports/:id`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(ExportsApi);
  private readonly fetching = inject(Fetching);
  private readonly now = inject(Now);
  protected readonly texts = inject(ExportTexts);
  protected readonly formats = inject(Formats);
  protected readonly looks = exportLooks;
  protected readonly sending = new Sending();

  protected readonly read = this.api.one(() => this.id());
  protected readonly known = lastRead(this.read);
  protected readonly isLive = computed(() => {
    const state = this.known()?.state;
    return state === 'queued' || state === 'running';
  });
  /** As of what was read last. */
  protected readonly leftMs = computed(() => {
    const known = this.known();
    return known && leftOf(known, this.now.exact());
  });
  protected readonly title = computed(() => {
    const known = this.known();
    return known ? this.texts.word(`choice.kinds.${known.kind}`) : this.texts.word('one');
  });
  protected readonly again = computed(() => {
    const known = this.known();
    return known && { ...addressOfExport(known), from: known.from, until: known.until };
  });
  protected readonly crumbs = computed(() => [
    { word: this.texts.word('title'), link: ['/', this.environment(), 'exports'] },
  ]);

  constructor() {
    whileLive(this.isLive, this.read);
  }

  protected async fetch(): Promise<void> {
    await this.sending.run(() => this.fetching.fetch(this.id()));
  }

  protected async stop(): Promise<void> {
    await this.sending.run(() => this.api.stop(this.id()));
    this.read.reload();
  }
}
