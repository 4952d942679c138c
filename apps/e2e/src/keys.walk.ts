import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './axe';
import { Town } from './town';

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});

afterAll(() => town.close());

const reason = 'Overdracht aan de bouwer van de winkel';

async function open(as: 'agency' | 'merchant', path: string): Promise<Page> {
  const context = await town.person();
  await town.signIn(context, as);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  // The page's own clock: half a minute passes when the walk says so.
  await page.clock.install();
  await page.goto(town.portalUrl + path);
  return page;
}

it('shows a key of the bank for a reason and for half a minute', async () => {
  const { webshop, bank } = town.issued;
  const page = await open('agency', `/sandbox/webshops/${webshop.id}`);
  const card = page.locator('tb-key-card').first();
  await card.getByRole('button', { name: /^Toon ?: Signing Key/ }).click();
  await page.getByRole('button', { name: 'Toon Signing Key' }).click();
  await page.getByText('Schrijf in 3 tot 200 tekens waarom').waitFor();
  expect(await page.locator('body').innerText()).not.toContain(bank.signingKey);
  expect(await findings(page)).toEqual([]);
  await page.getByLabel('Reden').fill(reason);
  await page.getByRole('button', { name: 'Toon Signing Key' }).click();
  await card.getByText(bank.signingKey).waitFor();
  await page.getByText('1 keer getoond').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.clock.runFor(31_000);
  await card.getByRole('button', { name: /^Toon ?: Signing Key/ }).waitFor();
  expect(await page.content()).not.toContain(bank.signingKey);
});

it('tells the owner of the merchant who looked, and why', async () => {
  const page = await open('merchant', '/audit');
  const row = page.locator('tr', { hasText: 'Sleutel van de bank getoond' });
  await row.getByRole('cell', { name: `reden: ${reason}` }).waitFor();
  expect(await row.innerText()).toContain('Signing Key');
  const { webshop } = town.issued;
  await page.goto(`${town.portalUrl}/sandbox/webshops/${webshop.id}`);
  await page.locator('tb-key-card').first().waitFor();
  expect(await page.getByRole('button', { name: /^Toon ?:/ }).count()).toBe(0);
});
