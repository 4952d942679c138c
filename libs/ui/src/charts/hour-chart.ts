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
import { Table } from '../lists/table';
import { Formats } from '../look/formats';
import { keepDrawn } from './keep-drawn';

/** Two counts of one hour; `at` is when it begins. */
export interface HourBars {
  readonly at: string;
  readonly one: number;
  readonly other: number;
}

/** A moment at which something changed. */
export interface HourMark {
  readonly at: string;
  readonly word: string;
}

/**
 * Two counts per hour beside each other; the same as a table on request, which is also what screen
 * readers get. The chart library is fetched once the page has nothing else to do.
 */
@Component({
  selector: 'tb-hour-chart',
  imports: [TranslocoDirective, Table],
  templateUrl: './hour-chart.html',
  styleUrl: './day-chart.css',
})
export class HourChart {
  readonly hours = input.required<readonly HourBars[]>();
  readonly name = input.required<string>();
  /** What is counted: of the one, and of the other. */
  readonly names = input.required<readonly [string, string]>();
  readonly marks = input<readonly HourMark[]>([]);

  protected readonly formats = inject(Formats);
  private readonly paper = viewChild<ElementRef<HTMLElement>>('paper');
  protected readonly asTable = signal(false);
  protected readonly rows = computed(() =>
    this.hours()
      .filter(({ one, other }) => one + other > 0)
      .toReversed(),
  );

  constructor() {
    keepDrawn(this.paper, async () => {
      const drawing = { hours: this.hours(), names: this.names(), marks: this.marks() };
      const { drawHours } = await import('./draw-hours');
      return drawHours({ ...drawing, formats: this.formats });
    });
  }
}
