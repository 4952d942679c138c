import { Component, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { languages } from '@toonbank/ui/look';
import { Control, Field } from '@toonbank/ui/forms';
import { exportWords } from '../export-words';
import { ExportTexts } from '../export-texts';
import type { RhythmModel } from './rhythm-model';

export type RhythmForm = { readonly [Key in keyof RhythmModel]: FieldTree<string> };

const count = (length: number, first: number) => Array.from({ length }, (_, at) => at + first);

/** When a file comes by calendar, and to whom. */
@Component({
  selector: 'tb-rhythm-fields',
  imports: [TranslocoDirective, Control, Field, FormField],
  providers: [exportWords],
  templateUrl: './rhythm-fields.html',
  styles: `
    :host {
      display: grid;
      gap: var(--s-20);
    }
    .when {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
      gap: var(--s-16);
    }
  `,
})
export class RhythmFields {
  readonly of = input.required<RhythmForm>();

  protected readonly texts = inject(ExportTexts);
  protected readonly languages = languages;
  protected readonly weekdays = count(7, 1);
  protected readonly days = count(31, 1);
  protected readonly hours = count(24, 0);
}
