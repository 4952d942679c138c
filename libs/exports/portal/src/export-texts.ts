import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Export, Rhythm } from '@toonbank/exports/contract';
import { Formats, LanguageChoice } from '@toonbank/ui/look';

const [kilo, mega] = [1_000, 1_000_000];

/** What exports are, in a sentence of the language in use. */
@Injectable({ providedIn: 'root' })
export class ExportTexts {
  private readonly words = inject(TranslocoService);
  private readonly language = inject(LanguageChoice);
  private readonly formats = inject(Formats);

  word(key: string, values?: Readonly<Record<string, unknown>>): string {
    this.language.current();
    return this.words.translate<string>(`exports.${key}`, { ...values });
  }

  /** Both days are part of it. */
  period({ from, until }: Pick<Export, 'from' | 'until'>): string {
    const [first, last] = [this.formats.date(from), this.formats.date(until)];
    return from === until ? first : this.word('period', { first, last });
  }

  rhythm({ every, day, hour }: Rhythm): string {
    const at = `${hour}:00`;
    if (every === 'week')
      return this.word('rhythm.week', { day: this.word(`weekdays.${day}`), at });
    return this.word(day === 31 ? 'rhythm.lastDay' : 'rhythm.month', { day, at });
  }

  /** `1,2 MB`: of a file. */
  size(bytes: number): string {
    if (bytes < kilo) return `${this.formats.count(bytes)} B`;
    const isLarge = bytes >= mega;
    const tenths = Math.round(bytes / ((isLarge ? mega : kilo) / 10)) / 10;
    return `${this.formats.count(tenths)} ${isLarge ? 'MB' : 'kB'}`;
  }
}

/** Milliseconds that are left at the pace so far; undefined while it can't be told. */
export function leftOf({ startedAt, rows, total }: Export, now: number): number | undefined {
  if (!startedAt || !total || rows === 0) return undefined;
  const spent = now - Date.parse(startedAt);
  return spent > 0 ? (spent / rows) * Math.max(0, total - rows) : undefined;
}
