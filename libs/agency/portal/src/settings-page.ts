import { Component, computed, inject, linkedSignal } from '@angular/core';
import { form, FormField, maxLength, pattern, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { houseStyle } from '@toonbank/agency/contract';
import type { Language } from '@toonbank/primitives';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Toasts } from '@toonbank/ui/layers';
import { languages, PageHead } from '@toonbank/ui/look';
import { ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { House } from './house';
import { HousePreview } from './house-preview';
import { LogoSetting } from './logo-setting';

const aColour = /^#[0-9a-f]{6}$/i;
const unchosen = '#11513c';
/** What rooms above have to be set, by their last segment. */
const others = ['prices', 'refunds', 'keys', 'billink'] as const;

/** How the agency is called, and how it looks to its merchants; shown before it is saved. */
@Component({
  selector: 'tb-settings-page',
  imports: [
    ...[RouterLink, TranslocoDirective, Control, Field, FormField, PageHead, ProblemPanel],
    ...[HousePreview, LogoSetting, Skeleton],
  ],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
})
export class SettingsPage {
  protected readonly house = inject(House);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly languages = languages;
  protected readonly others = others;
  protected readonly sending = new Sending();

  private readonly stored = computed(
    () => {
      const agency = this.house.agency();
      return {
        name: agency?.name ?? '',
        language: (agency?.language ?? 'nl') as Language,
        colour: agency?.house?.colour ?? '',
      };
    },
    // Another logo must not undo what is being typed.
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  private readonly model = linkedSignal(() => this.stored());
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, 100);
    pattern(path.colour, aColour);
  });
  /** What merchants will see; null while the colour is none, or half typed. */
  protected readonly preview = computed(() => {
    const { colour } = this.model();
    return aColour.test(colour) ? houseStyle(colour.toLowerCase()) : null;
  });
  protected readonly picked = computed(() => this.preview()?.colour ?? unchosen);

  protected pick(event: Event): void {
    const colour = (event.target as HTMLInputElement).value;
    this.model.update((model) => ({ ...model, colour }));
  }

  protected async save(): Promise<void> {
    const { name, language, colour } = this.model();
    const change = { name, language, colour: colour === '' ? null : colour };
    if (!(await this.sending.send(this.form, () => this.house.change(change)))) return;
    this.form().reset();
    this.toasts.show({ text: this.words.translate('agency.saved') });
  }
}
