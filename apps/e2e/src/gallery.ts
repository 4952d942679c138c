import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Look } from './looks';

/** Pictures of the gallery in every look, for eyes; no run compares them. */
const photos = resolve(import.meta.dirname, '../../../.toonbank/photos');

/** What stands over the gallery once it is asked for. Escape takes each of them away. */
const layers = [
  { name: 'dialog', act: 'Vraag eerst', shown: 'tb-dialog' },
  { name: 'choice', act: /^Status/, shown: '.tb-panel' },
  { name: 'period', act: /^Vanaf/, shown: '.tb-panel input' },
] as const;

/** Each layer in turn, open while it is looked at. */
export async function eachLayer(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  for (const { name, act, shown } of layers) {
    await page.getByRole('button', { name: act }).first().click();
    await page.locator(shown).first().waitFor();
    await look(name);
    await page.keyboard.press('Escape');
    await page.locator(shown).first().waitFor({ state: 'detached' });
  }
}

/** The page as it is, with what stands over it; `of` says what is to be seen. */
export async function photograph(page: Page, of: string, look: Look): Promise<void> {
  const name = `${of}-${look.width}-${look.colorScheme}-${look.locale.slice(0, 2)}.png`;
  await page.screenshot({ path: join(photos, name), fullPage: of === 'gallery' });
}
