import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A colour that is still changing has a contrast that nobody will read by. */
const settled = `Promise.allSettled(document.getAnimations()
  .filter((one) => one instanceof CSSTransition).map((one) => one.finished)).then(() => undefined)`;

/** What axe finds on a page, as one line per finding. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(settled);
  await page.evaluate(axe);
  return page.evaluate(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.target.join(' '))))`);
}
