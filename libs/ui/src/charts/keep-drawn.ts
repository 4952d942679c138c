import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  signal,
} from '@angular/core';
import { ThemeChoice } from '../look/theme';

/** Draws into an element; the answer takes the drawing away again. */
export type Draw = (element: HTMLElement, root: HTMLElement) => () => void;

/**
 * Keeps something drawn in an element for as long as it is there: once the page has nothing else to do,
 * so that the chart library never stands between a person and the page; again when what `prepare`
 * reads, or the theme, is another. Needs an injection context.
 */
export function keepDrawn(
  paper: () => ElementRef<HTMLElement> | undefined,
  prepare: () => Promise<Draw>,
): void {
  const destroyed = inject(DestroyRef);
  const theme = inject(ThemeChoice);
  const root = inject(DOCUMENT).documentElement;
  const isIdle = signal(false);
  afterNextRender(() => whenIdle(() => isIdle.set(true)));
  effect((onCleanup) => {
    const element = paper()?.nativeElement;
    if (!isIdle() || !element) return;
    // Colours are read from the page: another theme or paper is another drawing.
    theme.isDark();
    let isOver = false;
    let end: (() => void) | undefined;
    void prepare().then((draw) => {
      if (!isOver) end = draw(element, root);
    });
    const close = () => {
      isOver = true;
      end?.();
    };
    onCleanup(close);
    destroyed.onDestroy(close);
  });
}

/** Within two seconds on a page that never rests; at once after drawing where browsers can't say. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 2_000 });
  else setTimeout(run);
}
