import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Icon, LanguageChoice, PageHead, todayOf } from '@toonbank/ui/look';
import { ProblemPanel } from '@toonbank/ui/states';
import { ExportTexts } from './export-texts';
import { ExportsApi } from './exports-api';
import { ChoiceFields } from './fields/choice-fields';
import { addressOf, choiceOf, modelOf, rulesOf } from './fields/choice-model';
import { daysOf, presetOf, presets } from './fields/periods';

/** Asking for a file: what, of whom, over which days, how written. The choice stands in the address. */
@Component({
  selector: 'tb-new-export-page',
  imports: [
    ...[RouterLink, TranslocoDirective, ChoiceFields, Control, Field, FormField, Icon, PageHead],
    ProblemPanel,
  ],
  templateUrl: './new-export-page.html',
  styles: `
    .days {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
      gap: var(--s-16);
    }
  `,
})
export class NewExportPage {
  /** From the address: `/:environment/exports/new?…`. */
  readonly environment = input.required<Environment>();
  readonly merchant = input<Id>();
  readonly kind = input<string>();
  readonly format = input<string>();
  readonly numbers = input<string>();
  readonly of = input<string>();
  readonly from = input<string>();
  readonly until = input<string>();

  private readonly api = inject(ExportsApi);
  private readonly router = inject(Router);
  private readonly texts = inject(ExportTexts);
  private readonly language = inject(LanguageChoice);
  protected readonly presets = presets;
  protected readonly sending = new Sending();

  private readonly today = todayOf();
  private readonly model = linkedSignal(() => {
    const said = {
      ...{ kind: this.kind(), format: this.format(), numbers: this.numbers(), of: this.of() },
    };
    const numbers = this.language.current() === 'nl' ? 'nl' : 'international';
    const usual = daysOf('last-month', this.today());
    return {
      ...modelOf(said, { merchant: this.merchant(), numbers }),
      from: this.from() ?? usual.from,
      until: this.until() ?? (this.from() ? this.today() : usual.until),
    };
  });
  protected readonly form = form(this.model, (path) => {
    rulesOf(path);
    required(path.from);
    required(path.until);
  });
  protected readonly preset = computed(() => presetOf(this.model(), this.today()) ?? 'own');
  protected readonly address = computed(() => addressOf(this.model()));
  protected readonly crumbs = computed(() => [
    { word: this.texts.word('title'), link: ['/', this.environment(), 'exports'] },
  ]);

  protected choose(name: string): void {
    const preset = presets.find((one) => one === name);
    if (!preset) return;
    const { from, until } = daysOf(preset, this.today());
    this.form.from().value.set(from);
    this.form.until().value.set(until);
    this.keep();
  }

  /** A link shows a colleague the same choice, and going back loses nothing. */
  protected keep(): void {
    const { from, until } = this.model();
    void this.router.navigate([], {
      queryParams: { ...this.address(), from: from || null, until: until || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected async submit(): Promise<void> {
    let made: Id | undefined;
    const isSent = await this.sending.send(this.form, async () => {
      const { from, until } = this.model();
      const choice = choiceOf(this.model(), this.environment());
      made = (await this.api.ask({ ...choice, from, until })).id;
    });
    if (isSent) await this.router.navigate(['/', this.environment(), 'exports', made]);
  }
}
