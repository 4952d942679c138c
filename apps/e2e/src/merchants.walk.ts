import type { OrderPage } from '@toonbank/orders/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Town } from './town';

let town: Town;
let page: Page;

beforeAll(async () => {
  town = await Town.open();
  const context = await town.person();
  await town.signIn(context, 'agency');
  page = await context.newPage();
});

afterAll(async () => {
  await town.close();
});

/** The last column as numbers, once the figures stand in it. */
async function turnovers(): Promise<number[]> {
  await page.locator('table[aria-busy=false]').waitFor();
  const cells = page.locator('tbody tr td:last-child tb-money');
  await cells.first().waitFor();
  return (await cells.allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')));
}

it('opens merchants by turnover, sorts them with the keyboard and keeps it in the address', async () => {
  await page.goto(`${town.portalUrl}/merchants`);
  const head = page.getByRole('columnheader', { name: 'Omzet' });
  const byName = page.getByRole('columnheader', { name: 'Ondernemer' });
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(await byName.getAttribute('aria-sort')).toBeNull();
  const high = await turnovers();
  expect(high.length).toBeGreaterThan(1);
  expect(high[0]).toBeGreaterThan(high.at(-1)!);
  expect(high).toEqual(high.toSorted((a, b) => b - a));

  await head.getByRole('button').focus();
  await page.keyboard.press('Space');
  await page.waitForURL(/merchants\?order=asc$/);
  expect(await head.getByRole('button').evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  await expect.poll(turnovers).toEqual(high.toReversed().toSorted((a, b) => a - b));

  await byName.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/merchants\?sort=name$/);
  expect(await byName.getAttribute('aria-sort')).toBe('ascending');
  expect(await head.getAttribute('aria-sort')).toBeNull();
  const names = () => page.locator('tbody th a').allInnerTexts();
  const isByName = async () => {
    const all = await names();
    return all.toSorted().join() === all.join();
  };
  await expect.poll(isByName).toBe(true);

  await page.goto(`${town.portalUrl}/merchants`);
  expect(await turnovers()).toEqual(high);
});

it('says in the head of a webshop what was paid last, in that environment', async () => {
  const query = 'environment=production&status=COMPLETED&limit=100';
  const answer = await page.request.get(`${town.portalUrl}/v1/orders?${query}`);
  const { items } = (await answer.json()) as OrderPage;
  const webshopId = items[0]!.webshopId;
  const last = items
    .filter((order) => order.webshopId === webshopId)
    .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0]!;

  await page.goto(`${town.portalUrl}/production/webshops/${webshopId}`);
  const link = page.getByRole('link', { name: 'Laatste betaalde order' });
  const cents = last.paid!.amount;
  const euros = `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
  const sentence = await page.locator('p.lead').innerText();
  expect(sentence.replace('.', '')).toContain(euros);
  await link.click();
  await page.waitForURL(new RegExp(`/production/orders/${last.id}$`));

  // The other environment says nothing of it; an order of its own may have cost as much.
  await page.goto(`${town.portalUrl}/sandbox/webshops/${webshopId}`);
  await page.locator('p.lead').waitFor();
  expect(await link.count()).toBe(0);
  expect(await page.locator(`a[href*="${last.id}"]`).count()).toBe(0);
});
