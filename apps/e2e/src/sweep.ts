import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe';
import { everyPage, type Places, placesOf, type Role } from './every-page';
import { eachLayer, photograph } from './gallery';
import { mostShift, shiftOf, watchShifts } from './layout-shift';
import { allLooks, type Look, pairedLooks } from './looks';
import { Town } from './town';

/** `npm run a11y` looks in every way; `npm test` at every pair of them. */
const isEverything = process.env['A11Y'] === 'everything';
/** The gallery has a layer for each thing that opens, looked at in every way as well. */
const mostMs = isEverything ? 240_000 : 60_000;
const looks = isEverything ? allLooks() : pairedLooks();

/** Keys of dictionaries that were left untranslated look like `orders.title`. */
const untranslated =
  /\b(ui|shell|lost|problems|access|agency|audit|people|merchants|shops|keys|orders|notifications|cockpit|guide|exports|batches|billing|methods|refunds|rotations|tasks)\.[a-z][\w-]*(\.[\w-]+)*\b/;

/** What is said on the page, without what is shown word for word. */
const proseOf = `(() => {
  const body = document.body.cloneNode(true);
  body.querySelectorAll('pre, code, .mono, tb-copyable').forEach((element) => element.remove());
  return body.textContent;
})()`;

async function faultsOf(page: Page): Promise<string[]> {
  const found = await findings(page);
  const sizes = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
  const [content, window] = sizes as [number, number];
  if (content > window) found.push(`scrolls sideways: ${content} in ${window}`);
  const key = untranslated.exec((await page.evaluate(proseOf)) as string);
  if (key) found.push(`not translated: ${key[0]}`);
  return found;
}

/**
 * Looks at every page in one language. A file for each language calls it, so that two cores look at
 * two pages at a time.
 */
export function sweep(locale: Look['locale']): void {
  describe(`every page in ${locale}`, () => {
    const ways = looks.filter((look) => look.locale === locale);
    /** One window per person: pages are loaded once and then looked at in several ways. */
    const windows = new Map<Role, Promise<BrowserContext>>();
    let town: Town;
    let places: Places;

    beforeAll(async () => {
      town = await Town.open();
      places = await placesOf(town);
    });

    afterAll(async () => {
      await town.close();
    });

    function windowOf(role: Role): Promise<BrowserContext> {
      const known = windows.get(role) ?? openWindow(town, role, locale);
      windows.set(role, known);
      return known;
    }

    it.each(everyPage)(
      '$name as $as',
      { timeout: mostMs },
      async ({ name, as, path: address, ready }) => {
        const page = await (await windowOf(as)).newPage();
        const complaints = complaintsOf(page);
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await page.goto(town.portalUrl + address(places));
        await page.locator(ready).first().waitFor();
        expect(await shiftOf(page), 'moved while data arrived').toBeLessThan(mostShift);
        expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
        for (const look of ways) {
          const { colorScheme, width } = look;
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          expect(await faultsOf(page), `${colorScheme}, ${width} px`).toEqual([]);
          if (name !== 'gallery') continue;
          await photograph(page, 'gallery', look);
          await eachLayer(page, async (layer) => {
            await photograph(page, layer, look);
            expect(await faultsOf(page), `${layer}, ${colorScheme}, ${width} px`).toEqual([]);
          });
        }
        expect(complaints).toEqual([]);
        await page.close();
      },
    );
  });
}

async function openWindow(town: Town, role: Role, locale: Look['locale']): Promise<BrowserContext> {
  // Dutch on a phone, English at a desk: what moves at one width may stand still at the other.
  const context = await town.person({ locale, width: locale === 'nl-NL' ? 360 : 1440 });
  await watchShifts(context);
  if (role !== 'nobody') await town.signIn(context, role);
  return context;
}

/** What goes wrong in it from now on that nobody sees. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}
