import type { BrowserContext, Page } from 'playwright-core';

/**
 * How much of a page may move by itself while its data arrives: layout shifts as browsers count them
 * (https://web.dev/articles/cls calls up to 0.1 good). What is left here is a line that grows, or a door that is shorter than it seemed.
 */
export const mostShift = 0.05;

/** Between a page's questions and the first and last of its answers. */
const [soonestMs, latestMs] = [150, 375];

/**
 * Counts from the first paint of every page of this window on. Answers of the API come one after another
 * a little later than they would: what stands until then is seen on every machine, however quick.
 */
export async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(`
    const { fetch } = window;
    let asked = 0;
    window.fetch = async (...question) => {
      const isOurs = String(question[0].url ?? question[0]).includes('/v1/');
      const wait = ${soonestMs} + (asked++ % 4) * ${(latestMs - soonestMs) / 3};
      if (isOurs) await new Promise((done) => setTimeout(done, wait));
      return fetch(...question);
    };
  `);
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
  await page.waitForTimeout(latestMs + 75);
  return (await page.evaluate('window.layoutShift')) as number;
}
