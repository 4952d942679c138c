import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyPage, type Places, placesOf, type Role } from './every-page';
import { type Stop, tabThrough } from './tab-stops';
import { Town } from './town';

let town: Town;
let places: Places;

beforeAll(async () => {
  town = await Town.open();
  places = await placesOf(town);
});

afterAll(async () => {
  await town.close();
});

const windows = new Map<string, Promise<BrowserContext>>();

function windowOf(role: Role, width: number): Promise<BrowserContext> {
  const key = `${role} ${width}`;
  const known = windows.get(key) ?? openWindow(role, width);
  windows.set(key, known);
  return known;
}

async function openWindow(role: Role, width: number): Promise<BrowserContext> {
  const context = await town.person({ width });
  if (role !== 'nobody') await town.signIn(context, role);
  return context;
}

/** The parts of the page as they were come by, each once in a row. */
const partsOf = (stops: readonly Stop[]) =>
  stops.map(({ part }) => part).filter((part, at, all) => part !== all[at - 1]);

/** What stands around the page comes first, the page after it, and nothing twice. */
const orders: Readonly<Record<Role, readonly string[]>> = {
  agency: ['skip', 'side', 'top', 'main'],
  merchant: ['skip', 'top', 'side', 'main'],
  nobody: ['main'],
};

describe.each([1440, 360])('by Tab alone, %i px wide', (width) => {
  it.each(everyPage)(
    '$name as $as',
    async ({ name, as, path: address, ready, isDialog = false }) => {
      const page = await (await windowOf(as, width)).newPage();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(town.portalUrl + address(places));
      await page.locator(ready).first().waitFor();
      // In the gallery they stand to be looked at.
      const waits = page.locator('tb-skeleton').first();
      if (name !== 'gallery') await waits.waitFor({ state: 'detached' });
      const { stops, missed, isTrapped } = await tabThrough(page);

      expect(isTrapped, 'trapped').toBe(isDialog);
      if (!isDialog) expect(missed, 'not reached').toEqual([]);
      const faults = stops
        .filter(({ fault }) => fault)
        .map(({ name, fault }) => `${name}: ${fault}`);
      expect(faults).toEqual([]);
      const expected = orders[as].filter(
        (part) => part !== 'side' || width > 767 || as !== 'agency',
      );
      const parts = partsOf(stops);
      if (parts.includes('skip')) expect(parts).toEqual(expected.slice(0, parts.length));

      if (parts.includes('skip')) {
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        expect(await page.evaluate('document.activeElement.id'), 'skipped to').toBe('main');
      }
      await page.close();
    },
  );
});
