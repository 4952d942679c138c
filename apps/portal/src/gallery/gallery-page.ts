import { Component, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { DayChart } from '@toonbank/ui/charts';
import { Copyable, Ledger, Moment, Money, Spark } from '@toonbank/ui/figures';
import { FilterBar, type FilterValues } from '@toonbank/ui/filters';
import { Control, Field, Sending } from '@toonbank/ui/forms';
import { Confirmations, ToastPlace, Toasts } from '@toonbank/ui/layers';
import { Table, Tabs } from '@toonbank/ui/lists';
import { Progress, Stepper, Timeline } from '@toonbank/ui/steps';
import { PageHead, StatusChip } from '@toonbank/ui/look';
import { IssuedSecret, KeyCard } from '@toonbank/ui/secrets';
import { Verbatim } from '@toonbank/ui/messages';
import { Empty, Note, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import * as sample from './samples';

/** Every component of the house in each of its states, for those who build pages. Development only. */
@Component({
  selector: 'tb-gallery-page',
  imports: [
    ...[Control, Copyable, DayChart, Empty, Field, FilterBar, FormField, IssuedSecret],
    ...[KeyCard, Ledger, Moment, Money, Note, PageHead, ProblemPanel, Progress, Skeleton, Spark],
    ...[StatusChip, Stepper, Table, Tabs, Timeline, ToastPlace, Verbatim],
  ],
  templateUrl: './gallery-page.html',
  styleUrl: './gallery-page.css',
})
export class GalleryPage {
  private readonly confirmations = inject(Confirmations);
  private readonly toasts = inject(Toasts);
  protected readonly sample = sample;
  protected readonly filters = signal<FilterValues>({ status: 'COMPLETED', from: '2026-11-17' });
  private readonly model = signal({ url: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.url);
  });
  protected readonly sending = new Sending();

  protected filter(changes: Readonly<Record<string, string | null>>): void {
    const entries = Object.entries({ ...this.filters(), ...changes });
    this.filters.set(Object.fromEntries(entries.map(([key, value]) => [key, value ?? undefined])));
  }

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
