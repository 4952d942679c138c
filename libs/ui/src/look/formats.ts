import { computed, inject, Injectable } from '@angular/core';
import { daysAfter } from './days';
import { LanguageChoice } from './language';
import { Now } from './now';

const zone = 'Europe/Amsterdam';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Amounts, counts and times as the chosen language writes them; times always in Dutch time. */
@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly language = inject(LanguageChoice);
  private readonly now = inject(Now);
  private readonly locale = computed(() => (this.language.current() === 'nl' ? 'nl-NL' : 'en-GB'));
  private readonly forms = computed(() => formsOf(this.locale()));

  /** Cents as `1.234,56`; the head of the column carries the currency. A minus is U+2212. */
  figure(cents: number): string {
    return minus(this.forms().figures.format(cents / 100));
  }

  /** Cents in a sentence: `€ 1.234,56`, `€1,234.56`. */
  amount(cents: number): string {
    const sign = this.language.current() === 'nl' ? '€\u00a0' : '€';
    const figure = this.figure(Math.abs(cents));
    return (cents < 0 ? '\u2212' : '') + sign + figure;
  }

  /** A whole number with thousands set apart: `1.284.031`. */
  count(number: number): string {
    return minus(this.forms().counts.format(number));
  }

  /** A share of one as `94,1 %`, `94.1%`. */
  percent(share: number): string {
    const figure = this.forms().shares.format(share * 100);
    return this.language.current() === 'nl' ? `${figure}\u00a0%` : `${figure}%`;
  }

  /** `14:03:11` */
  time(iso: string): string {
    return this.forms().time.format(new Date(iso));
  }

  /** `14:03`, under a heading that says the day. */
  clock(iso: string): string {
    return this.forms().minutes.format(new Date(iso));
  }

  /** `14:03:11.204`, for timelines. */
  timeToTheMs(iso: string): string {
    const at = new Date(iso);
    return `${this.forms().time.format(at)}.${String(at.getUTCMilliseconds()).padStart(3, '0')}`;
  }

  /** `dinsdag 17 november`, with the year when it is another one than now's. */
  day(iso: string): string {
    const at = new Date(iso);
    const now = this.now.ms();
    const { day, dayWithYear } = this.forms();
    return (sameYear(at, now) ? day : dayWithYear).format(at);
  }

  /** `dinsdag`, in a sentence. */
  weekday(iso: string): string {
    return this.forms().weekday.format(new Date(iso));
  }

  /** In a heading over what happened that day: today and yesterday by those words, too. */
  dayHeading(iso: string): string {
    const isDutch = this.language.current() === 'nl';
    const [today, day] = [this.dayKey(new Date(this.now.ms()).toISOString()), this.dayKey(iso)];
    const near = day === today ? 0 : day === daysAfter(today, -1) ? 1 : undefined;
    const words = isDutch ? ['vandaag', 'gisteren'] : ['today', 'yesterday'];
    return near === undefined ? this.day(iso) : `${words[near]}, ${this.day(iso)}`;
  }

  /** In a sentence: `dinsdag 17 november om 14:03`. */
  dayAndTime(iso: string): string {
    const join = this.language.current() === 'nl' ? 'om' : 'at';
    return `${this.day(iso)} ${join} ${this.forms().minutes.format(new Date(iso))}`;
  }

  /** `oktober 2026`, of a month such as `2026-10`. */
  month(month: string): string {
    const at = new Date(`${month}-15T12:00:00Z`);
    return Number.isNaN(at.getTime()) ? month : this.forms().month.format(at);
  }

  /** `17 nov 2026` */
  date(iso: string): string {
    return this.forms().date.format(new Date(iso));
  }

  /** With seconds and zone, for titles. */
  full(iso: string): string {
    return this.forms().full.format(new Date(iso));
  }

  /** As near as needed: today `09:41`, this year `17 nov 14:03`, else with the year. */
  short(iso: string): string {
    const at = new Date(iso);
    const now = this.now.ms();
    const { minutes, dayAndTime, dateAndTime, date } = this.forms();
    if (date.format(at) === date.format(now)) return minutes.format(at);
    return (sameYear(at, now) ? dayAndTime : dateAndTime).format(at);
  }

  /** `4 min geleden`, `over 2 u`: under a day in hours and minutes, else in days. */
  relative(iso: string): string {
    const ms = new Date(iso).getTime() - this.now.ms();
    const span = this.span(Math.abs(ms));
    const isDutch = this.language.current() === 'nl';
    if (Math.abs(ms) < minuteMs) return isDutch ? 'zojuist' : 'just now';
    if (ms < 0) return isDutch ? `${span} geleden` : `${span} ago`;
    return isDutch ? `over ${span}` : `in ${span}`;
  }

  /** A stretch of time by its one or two largest parts: `2 u 18 m`, `41 d`. */
  span(ms: number): string {
    const isDutch = this.language.current() === 'nl';
    if (ms >= 2 * dayMs) return `${Math.floor(ms / dayMs)}\u00a0d`;
    const hours = Math.floor(ms / hourMs);
    const minutes = Math.floor((ms % hourMs) / minuteMs);
    const hourPart = `${hours}\u00a0${isDutch ? 'u' : 'h'}`;
    if (hours >= 10 || (hours > 0 && minutes === 0)) return hourPart;
    if (hours > 0) return `${hourPart} ${minutes}\u00a0m`;
    return `${minutes}\u00a0min`;
  }

  /** The day in Dutch time as `2026-11-17`; two moments of one day give the same. */
  dayKey(iso: string): string {
    return dayKeys.format(new Date(iso));
  }
}

const dayKeys = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });

function formsOf(locale: string) {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const near = { day: 'numeric', month: 'short' } as const;
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const weekday = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return {
    // What is subtracted may be nothing: that is 0,00, not −0,00.
    figures: new Intl.NumberFormat(locale, { minimumFractionDigits: 2, signDisplay: 'negative' }),
    counts: new Intl.NumberFormat(locale),
    shares: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
    time: dates({ ...clock, second: '2-digit' }),
    minutes: dates(clock),
    weekday: dates({ weekday: 'long' }),
    day: dates(weekday),
    dayWithYear: dates({ ...weekday, year: 'numeric' }),
    month: dates({ month: 'long', year: 'numeric' }),
    date: dates({ ...near, year: 'numeric' }),
    dayAndTime: dates({ ...near, ...clock }),
    dateAndTime: dates({ ...near, year: 'numeric', ...clock }),
    full: dates({ dateStyle: 'long', timeStyle: 'long' }),
  };
}

function sameYear(at: Date, now: number): boolean {
  return at.getUTCFullYear() === new Date(now).getUTCFullYear();
}

function minus(figure: string): string {
  return figure.replace('-', '\u2212');
}
