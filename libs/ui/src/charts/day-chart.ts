import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../look/formats';
import { Table } from '../lists/table';
import { keepDrawn } from './keep-drawn';

/** One bar: a day and its amount in whole cents, with what it is held against. */
export interface DayBar {
  /** `2026-11-17` */
  readonly day: string;
  readonly cents: number;
  readonly before: number | null;
}

/**
 * Amounts per day as bars, with a tick across each bar for the time before; the same as a table on
 * request, which is also what screen readers get. The chart library is fetched once the page has nothing
 * else to do: its weight never stands between a person and the page.
 */
@Component({
  selector: 'tb-day-chart',
  imports: [TranslocoDirective, Table],
  templateUrl: './day-chart.html',
  styleUrl: './day-chart.css',
})
export class DayChart {
  readonly bars = input.required<readonly DayBar[]>();
  readonly name = input.required<string>();
  /** What the ticks are. */
  readonly before = input.required<string>();

  /** The day that is not over: its bar is an outline. */
  readonly running = input<string>();

  protected readonly formats = inject(Formats);
  private readonly paper = viewChild<ElementRef<HTMLElement>>('paper');
  protected readonly asTable = signal(false);
  protected readonly rows = computed(() => this.bars().toReversed());

  constructor() {
    keepDrawn(this.paper, async () => {
      const drawing = { bars: this.bars(), running: this.running() };
      const words = { before: this.before(), name: this.name() };
      const { drawDays } = await import('./draw-days');
      return drawDays({ ...drawing, words, formats: this.formats });
    });
  }
}
