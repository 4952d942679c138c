import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Formats } from '../look/formats';
import { ThemeChoice } from '../look/theme';
import { Table } from '../lists/table';

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
  private readonly theme = inject(ThemeChoice);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly paper = viewChild<ElementRef<HTMLElement>>('paper');
  protected readonly asTable = signal(false);
  protected readonly rows = computed(() => this.bars().toReversed());
  private readonly isDrawn = signal(false);

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => whenIdle(() => this.isDrawn.set(true)));
    effect((onCleanup) => {
      const element = this.paper()?.nativeElement;
      if (!this.isDrawn() || !element || this.asTable()) return;
      const [bars, running] = [this.bars(), this.running()];
      // Colours are read from the page: another theme or paper is another drawing.
      this.theme.isDark();
      let isOver = false;
      let end: (() => void) | undefined;
      void import('./draw-days').then(({ drawDays }) => {
        if (isOver) return;
        const words = { before: this.before(), name: this.name() };
        end = drawDays(element, { bars, running, words, formats: this.formats, root: this.root });
      });
      const close = () => {
        isOver = true;
        end?.();
      };
      onCleanup(close);
      destroyed.onDestroy(close);
    });
  }
}

/** Within two seconds on a page that never rests; at once after drawing where browsers can't say. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 2_000 });
  else setTimeout(run);
}
