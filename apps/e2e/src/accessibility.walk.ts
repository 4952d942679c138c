import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe';
import { Town } from './town';

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});

afterAll(async () => {
  await town.close();
});

describe.each([
  { locale: 'nl-NL', colorScheme: 'light', width: 1440 },
  { locale: 'en-GB', colorScheme: 'dark', width: 1440 },
  { locale: 'nl-NL', colorScheme: 'dark', width: 360 },
  { locale: 'en-GB', colorScheme: 'light', width: 768 },
] as const)('in $locale, $colorScheme, $width px', ({ locale, colorScheme, width }) => {
  it('axe finds nothing on any page, and none scrolls sideways', async () => {
    const page = await (await town.person({ locale, width })).newPage();
    await page.emulateMedia({ colorScheme });
    const clean = async (place: string) => {
      expect(await findings(page), place).toEqual([]);
      const sizes = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
      const [content, window] = sizes as [number, number];
      expect(content, place).toBeLessThanOrEqual(window);
    };
    await page.goto(`${town.portalUrl}/production/orders`);
    await page.locator('#email').waitFor();
    await clean('sign-in');
    await page.locator('#email').fill(town.issued.agency.email);
    await page.locator('#password').fill(town.issued.agency.password);
    await page.locator('button[type=submit]').click();
    await page.locator('tr[data-order] a').first().waitFor();
    await clean('orders');
    await page.goto(`${town.portalUrl}/sandbox/orders?order=nothing-begins-like-this`);
    await page.locator('.empty').waitFor();
    await clean('filtered orders, nothing found');
    await page.goto(`${town.portalUrl}/production/orders`);
    await page.locator('tr[data-order] a').first().click();
    await page.locator('.timeline').waitFor();
    await clean('one order');
    await page.goto(`${town.portalUrl}/gallery`);
    await page.locator('tb-timeline').waitFor();
    await clean('the gallery');
    await page.goto(`${town.portalUrl}/nothing/here`);
    await page.locator('h1').waitFor();
    await clean('a page that does not exist');
  });
});
