import { computed, inject, Injectable } from '@angular/core';
import { LanguageChoice } from './language';

const zone = 'Europe/Amsterdam';

/** Amounts and times as the chosen language writes them; times always in Dutch time. */
@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly language = inject(LanguageChoice);
  private readonly locale = computed(() => (this.language.current() === 'nl' ? 'nl-NL' : 'en-GB'));
  private readonly figures = computed(
    () => new Intl.NumberFormat(this.locale(), { minimumFractionDigits: 2 }),
  );
  private readonly dayForm = computed(
    () =>
      new Intl.DateTimeFormat(this.locale(), {
        timeZone: zone,
        weekday: 'long',
        day: 'numeric',
        month: 'long',
      }),
  );
  private readonly timeForm = computed(
    () => new Intl.DateTimeFormat(this.locale(), { timeZone: zone, timeStyle: 'medium' }),
  );
  private readonly fullForm = computed(
    () =>
      new Intl.DateTimeFormat(this.locale(), {
        timeZone: zone,
        dateStyle: 'long',
        timeStyle: 'long',
      }),
  );

  /** Cents as `1.234,56`; the head of the column carries the currency. A minus is U+2212. */
  figure(cents: number): string {
    return this.figures()
      .format(cents / 100)
      .replace('-', '\u2212');
  }

  /** Cents in a sentence: `€ 1.234,56`, `€1,234.56`. */
  amount(cents: number): string {
    const sign = this.language.current() === 'nl' ? '€\u00a0' : '€';
    return sign + this.figure(cents);
  }

  time(iso: string): string {
    return this.timeForm().format(new Date(iso));
  }

  day(iso: string): string {
    return this.dayForm().format(new Date(iso));
  }

  /** With seconds and zone, for titles. */
  full(iso: string): string {
    return this.fullForm().format(new Date(iso));
  }
}
