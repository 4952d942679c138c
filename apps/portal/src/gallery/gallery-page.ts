import { Component, inject, input, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { DayChart, HourChart } from '@toonbank/ui/charts';
import { Copyable } from '@toonbank/ui/copying';
import { Moment, Money, Spark } from '@toonbank/ui/figures';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Confirmations, ToastPlace, Toasts } from '@toonbank/ui/layers';
import { Ledger } from '@toonbank/ui/ledger';
import { ExportLink } from '@toonbank/ui/lists';
import { Progress, Stepper, Timeline } from '@toonbank/ui/steps';
import { Brand, Icon, PageHead, StatusChip } from '@toonbank/ui/look';
import { IssuedSecret, KeyCard, SecretField } from '@toonbank/ui/secrets';
import { Verbatim } from '@toonbank/ui/messages';
import { Note, ProblemPanel, ProblemTitle, type WaysOn, waysOn } from '@toonbank/ui/states';
import { GalleryLists } from './gallery-lists';
import * as sample from './samples';

/** Stands for what the shell can do around a page. */
const nowhere: WaysOn = { search: () => undefined, widen: () => undefined };

/** Every component of the house in each of its states, for those who build pages. Development only. */
@Component({
  selector: 'tb-gallery-page',
  imports: [
    ...[Brand, Control, Copyable, DayChart, ExportLink, Field, FormField, GalleryLists],
    ...[HourChart, Icon, IssuedSecret, KeyCard, Ledger, Moment, Money, Note, PageHead],
    ...[ProblemPanel, ProblemTitle, Progress, SecretField, Spark, StatusChip, Stepper],
    ...[Timeline, ToastPlace, Verbatim],
  ],
  providers: [{ provide: waysOn, useValue: nowhere }],
  templateUrl: './gallery-page.html',
  styleUrl: './gallery-page.css',
})
export class GalleryPage {
  /** From the address, as lists have them: `/gallery?sort=&order=&after=`. */
  readonly sort = input<string>();
  readonly order = input<string>();
  readonly after = input<string>();

  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  protected readonly sample = sample;
  private readonly model = signal({ url: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.url);
  });
  protected readonly sending = new Sending();

  protected submit(): Promise<boolean> {
    return this.sending.send(this.form, () => Promise.reject(sample.fieldProblem));
  }

  protected ask(): Promise<boolean> {
    return this.confirmations.ask(sample.question);
  }

  protected toast(): void {
    this.toasts.show({ text: 'Sleutel ingetrokken.', link: { word: 'Bekijk', to: ['/'] } });
  }
}
