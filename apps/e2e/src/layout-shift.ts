import type { BrowserContext, Page } from 'playwright-core';

/**
 * How much of a page may move by itself while its data arrives: layout shifts as browsers count them
 * (https://web.dev/articles/cls calls up to 0.1 good). What is left here is a line that grows, or a door that is shorter than it seemed.
 */
export const mostShift = 0.05;

/** Counts from the first paint of every page of this window on. */
export async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(`
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) {
        if (!shift.hadRecentInput) window.layoutShift += shift.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  `);
}

/** After a moment for what comes later than the first rows; live pages never fall silent. */
export async function shiftOf(page: Page): Promise<number> {
  await page.waitForTimeout(150);
  return (await page.evaluate('window.layoutShift')) as number;
}
