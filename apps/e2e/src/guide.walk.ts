import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe';
import { Town } from './town';

const pages = readdirSync(resolve(import.meta.dirname, '../../../docs/guide/nl')).map((file) =>
  basename(file, '.md'),
);

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});

afterAll(async () => {
  await town.close();
});

async function signedIn(locale: string, width: number, place: string): Promise<Page> {
  const page = await (await town.person({ locale, width })).newPage();
  await page.goto(`${town.portalUrl}${place}`);
  await page.locator('#email').fill(town.issued.agency.email);
  await page.locator('#password').fill(town.issued.agency.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

describe.each([
  { locale: 'nl-NL', width: 1440, colorScheme: 'light' },
  { locale: 'en-GB', width: 320, colorScheme: 'dark' },
] as const)('the guide in $locale, $colorScheme, $width px', ({ locale, width, colorScheme }) => {
  it('reads well on every page, and none scrolls sideways', async () => {
    const page = await signedIn(locale, width, '/help');
    await page.emulateMedia({ colorScheme });
    for (const name of pages) {
      await page.goto(`${town.portalUrl}/help/${name}`);
      await page.locator('article h2').first().waitFor();
      expect(await findings(page), name).toEqual([]);
      const sizes = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
      const [content, window] = sizes as [number, number];
      expect(content, name).toBeLessThanOrEqual(window);
    }
  });
});

it('opens beside the page one is on, leads on, and back', async () => {
  const page = await signedIn('nl-NL', 1440, '/sandbox/orders');
  await page.getByRole('link', { name: 'Hulp bij deze pagina' }).click();
  await page.waitForURL(/\/help\/orders$/);
  await page.getByRole('link', { name: 'code van de bank' }).click();
  await page.waitForURL(/\/help\/bank-errors$/);
  await page.getByRole('heading', { level: 1, name: 'Foutcodes van de bank' }).waitFor();
  await page.getByRole('navigation', { name: 'Op deze pagina' }).getByText('5024').click();
  await page.waitForURL(/#5024-/);
  const heading = page.getByRole('heading', { name: /^5024/ });
  await expect.poll(async () => (await heading.boundingBox())?.y ?? 0).toBeLessThan(400);
  await page.getByRole('article').getByRole('link', { name: 'bron 1', exact: true }).click();
  await page.waitForURL(/#source-1$/);
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Error codes of the bank' }).waitFor();
  await page.locator('.belongs a').click();
  await page.waitForURL(/\/production\/orders$/);
});

it('waits for its text when the address names a heading', async () => {
  const page = await signedIn(
    'nl-NL',
    1440,
    '/help/bank-errors#5024-de-betaalmethode-staat-niet-aan',
  );
  const heading = page.getByRole('heading', { name: /^5024/ });
  await expect.poll(async () => (await heading.boundingBox())?.y ?? 0).toBeGreaterThan(0);
  await expect.poll(async () => (await heading.boundingBox())?.y ?? 9_999).toBeLessThan(400);
});
