import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import type { Environment, Id } from '@toonbank/primitives';
import { Sending } from '@toonbank/ui/forms';
import { Icon, LanguageChoice, PageHead } from '@toonbank/ui/look';
import { ProblemPanel } from '@toonbank/ui/states';
import { ExportTexts } from '../export-texts';
import { ChoiceFields } from '../fields/choice-fields';
import { addressOf, choiceOf, modelOf, rulesOf } from '../fields/choice-model';
import { recipientRules, sendingOf, usualRhythm } from './rhythm-model';
import { RhythmFields } from './rhythm-fields';
import { SchedulesApi } from './schedules-api';

/** Asking for a file that comes by calendar. What is chosen stands in the address; addresses of people don't. */
@Component({
  selector: 'tb-new-schedule-page',
  imports: [
    ...[RouterLink, TranslocoDirective, ChoiceFields, Icon, PageHead, ProblemPanel, RhythmFields],
  ],
  templateUrl: './new-schedule-page.html',
})
export class NewSchedulePage {
  /** From the address: `/:environment/exports/schedules/new?…`. */
  readonly environment = input.required<Environment>();
  readonly merchant = input<Id>();
  readonly kind = input<string>();
  readonly format = input<string>();
  readonly numbers = input<string>();
  readonly of = input<string>();

  private readonly api = inject(SchedulesApi);
  private readonly router = inject(Router);
  private readonly texts = inject(ExportTexts);
  private readonly language = inject(LanguageChoice);
  private readonly session = inject(SessionApi);
  protected readonly sending = new Sending();

  private readonly choice = linkedSignal(() => {
    const said = {
      ...{ kind: this.kind(), format: this.format(), numbers: this.numbers(), of: this.of() },
    };
    const numbers = this.language.current() === 'nl' ? 'nl' : 'international';
    return modelOf(said, { merchant: this.merchant(), numbers });
  });
  protected readonly choiceForm = form(this.choice, (path) => rulesOf(path));
  /** Apart, so that another choice in the address leaves what was typed. */
  private readonly rhythm = linkedSignal(() =>
    usualRhythm(this.language.current(), this.session.current()?.email ?? ''),
  );
  protected readonly form = form(this.rhythm, (path) => recipientRules(path.recipients));
  protected readonly crumbs = computed(() => {
    const link = ['/', this.environment(), 'exports'];
    return [
      { word: this.texts.word('title'), link },
      { word: this.texts.word('schedules.title'), link: [...link, 'schedules'] },
    ];
  });

  protected keep(): void {
    void this.router.navigate([], {
      queryParams: addressOf(this.choice()),
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected async submit(): Promise<void> {
    let made: Id | undefined;
    const isChosen = await this.sending.send(this.choiceForm, () => Promise.resolve());
    if (!isChosen) return;
    const isSent = await this.sending.send(this.form, async () => {
      const choice = choiceOf(this.choice(), this.environment());
      made = (await this.api.create({ ...choice, ...sendingOf(this.rhythm()) })).id;
    });
    if (isSent) await this.router.navigate(['/', this.environment(), 'exports', 'schedules', made]);
  }
}
