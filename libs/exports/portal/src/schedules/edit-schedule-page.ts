import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { Sending } from '@toonbank/ui/forms';
import { LanguageChoice, PageHead } from '@toonbank/ui/look';
import { lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { ExportTexts } from '../export-texts';
import { recipientRules, rhythmModelOf, sendingOf, usualRhythm } from './rhythm-model';
import { RhythmFields } from './rhythm-fields';
import { SchedulesApi } from './schedules-api';

/** Changing when a file comes and to whom; what it holds stays, so that each follows the one before. */
@Component({
  selector: 'tb-edit-schedule-page',
  imports: [RouterLink, TranslocoDirective, PageHead, ProblemPanel, RhythmFields, Skeleton],
  templateUrl: './edit-schedule-page.html',
})
export class EditSchedulePage {
  /** From the address: `/:environment/exports/schedules/:id/edit`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(SchedulesApi);
  private readonly router = inject(Router);
  private readonly texts = inject(ExportTexts);
  private readonly language = inject(LanguageChoice);
  protected readonly sending = new Sending();
  protected readonly read = this.api.one(() => this.id());
  protected readonly known = lastRead(this.read);

  private readonly model = linkedSignal(() => {
    const known = this.known();
    return known ? rhythmModelOf(known) : usualRhythm(this.language.current(), '');
  });
  protected readonly form = form(this.model, (path) => recipientRules(path.recipients));
  protected readonly back = computed(() => [
    ...['/', this.environment(), 'exports', 'schedules', this.id()],
  ]);
  protected readonly crumbs = computed(() => {
    const link = ['/', this.environment(), 'exports'];
    const known = this.known();
    return [
      { word: this.texts.word('title'), link },
      { word: this.texts.word('schedules.title'), link: [...link, 'schedules'] },
      ...(known
        ? [{ word: this.texts.word(`choice.kinds.${known.kind}`), link: this.back() }]
        : []),
    ];
  });

  protected async submit(): Promise<void> {
    const isSaved = await this.sending.send(this.form, () =>
      this.api.change(this.id(), sendingOf(this.model())),
    );
    if (isSaved) await this.router.navigate(this.back());
  }
}
