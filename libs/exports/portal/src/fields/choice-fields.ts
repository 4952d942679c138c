import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';
import { ExportFormat, ExportKind, ExportNumbers } from '@toonbank/exports/contract';
import type { Environment, Id } from '@toonbank/primitives';
import { Control, Field } from '@toonbank/ui/forms';
import { lastRead } from '@toonbank/ui/states';
import { exportWords } from '../export-words';
import { type ChoiceModel, reaches } from './choice-model';
import { PlacesApi } from './places-api';

/** The fields of a form that these are part of. */
export type ChoiceForm = { readonly [Key in keyof ChoiceModel]: FieldTree<string> };

/** What is exported, of whom, and how it is written. */
@Component({
  selector: 'tb-choice-fields',
  imports: [TranslocoDirective, Control, Field, FormField],
  providers: [exportWords],
  templateUrl: './choice-fields.html',
  styles: `
    :host {
      display: grid;
      gap: var(--s-20);
    }
  `,
})
export class ChoiceFields {
  readonly of = input.required<ChoiceForm>();
  readonly environment = input.required<Environment>();
  /** Narrows the lists of shops and webshops. */
  readonly merchant = input<Id>();
  /** Something was chosen. */
  readonly changed = output();

  private readonly api = inject(PlacesApi);
  private readonly session = inject(SessionApi);
  protected readonly formats = ExportFormat.options;
  protected readonly numbers = ExportNumbers.options;
  protected readonly isMerchant = computed(() => !!this.session.current()?.chosen?.merchantId);
  /** Bills are about production only. */
  protected readonly kinds = computed(() =>
    ExportKind.options.filter((kind) => kind !== 'bills' || this.environment() === 'production'),
  );
  private readonly kind = computed(() => this.of().kind().value());
  protected readonly reach = computed(() => this.of().reach().value());
  protected readonly isCsv = computed(() => this.of().format().value() === 'csv');
  /** Bills belong to a merchant as a whole, and a merchant's people have one merchant. */
  protected readonly reaches = computed(() =>
    reaches.filter((reach) => {
      if (reach === 'merchant') return !this.isMerchant();
      return reach === 'all' || this.kind() !== 'bills';
    }),
  );

  protected readonly search = signal('');
  private readonly read = this.api.options(() => ({
    ...{ reach: this.reach(), search: this.search().trim(), merchant: this.merchant() },
  }));
  private readonly found = lastRead(this.read);
  protected readonly isSearched = computed(
    () => this.reach() !== 'shop' && (this.search() !== '' || !!this.found()?.isMore),
  );
  protected readonly isCut = computed(() => this.reach() === 'shop' && !!this.found()?.isMore);
  private readonly outside = this.api.name(() => {
    const place = this.of().place().value();
    const isKnown = this.read.isLoading() || this.isListed(place);
    return { reach: this.reach(), id: isKnown ? undefined : place };
  });
  /** With the one that is chosen, wherever it stands. */
  protected readonly places = computed(() => {
    const items = this.read.hasValue() ? this.read.value().items : [];
    const place = this.of().place().value();
    if (!place || this.isListed(place)) return items;
    const word = this.outside.hasValue() ? this.outside.value() : '…';
    return [{ id: place, word }, ...items];
  });

  protected kindChosen(): void {
    const { reach, place } = this.of();
    const isNarrow = !this.reaches().some((one) => one === reach().value());
    if (isNarrow) reach().value.set('all');
    if (isNarrow) place().value.set('');
    this.changed.emit();
  }

  /** Another kind of place is another place. */
  protected reachChosen(): void {
    this.search.set('');
    this.of().place().value.set('');
    this.changed.emit();
  }

  private isListed(place: string): boolean {
    const items = this.read.hasValue() ? this.read.value().items : [];
    return items.some(({ id }) => id === place);
  }
}
