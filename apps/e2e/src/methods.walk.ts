import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './axe';
import { Town } from './town';

let town: Town;
let page: Page;
let merchantId: string;

beforeAll(async () => {
  town = await Town.open();
  const context = await town.person();
  await town.signIn(context, 'merchant');
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});

afterAll(() => town.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const inProduction = () => `${town.portalUrl}/production/webshops/${town.issued.webshop.id}`;

/** A person at the bank switches a brand of the demo webshop, on the bank's own control panel. */
async function switchAtTheBank(brand: string): Promise<void> {
  const bank = await page.context().newPage();
  await bank.goto(town.bankUrl);
  const row = bank
    .locator('tr', { hasText: 'demo-kaas.example' })
    .filter({ hasText: 'production' });
  await row.getByText('Keys, webhook and brands').click();
  await row.getByRole('button', { name: new RegExp(`^\\s*${brand}:`) }).click();
  await bank.close();
}

it('shows a merchant what is wanted beside what the bank says, and takes a wish', async () => {
  await page.goto(inProduction());
  await page.getByRole('link', { name: 'Betaalmethoden' }).click();
  const maestro = page.locator('[data-brand="MAESTRO"]');
  await maestro.waitFor();
  // The worker asks the bank by itself.
  await expect
    .poll(() => page.reload().then(() => maestro.innerText()), { timeout: 30_000 })
    .toContain('Wijkt af');
  await page.locator('[data-brand="BANCONTACT"]').getByText('Actief').first().waitFor();
  await maestro.getByLabel('Maestro, gewenst').selectOption('Aan');
  await expect.poll(() => maestro.innerText()).not.toContain('Wijkt af');
  expect(await findings(page)).toEqual([]);
});

it('asks for a method, with what only the merchant can do at the bank', async () => {
  await page.getByRole('link', { name: 'Aanvragen van deze ondernemer' }).click();
  await page.getByRole('link', { name: 'Apple Pay' }).click();
  await page.getByText('Te laat', { exact: true }).first().waitFor();
  merchantId = /merchants\/([^/]+)/.exec(page.url())![1]!;
  await page.getByLabel('Gebeurd').selectOption('afgewezen');
  await button(/^Noteer/).click();
  await page.getByText('Vul de reden in').waitFor();
  await page.getByLabel('Reden').fill('Het bedrijf staat niet in het register');
  await button('Noteer: afgewezen').dblclick();
  await page.getByText('De aanvraag is afgewezen').first().waitFor();
  await page.goto(`${town.portalUrl}/merchants/${merchantId}/payment-methods/new`);
  await button('Vraag methode aan').click();
  await page.getByText('Kies een methode.').waitFor();
  await page.getByLabel('Methode').selectOption('Apple Pay');
  await page.getByText('5 tot 10 werkdagen').waitFor();
  expect(await findings(page)).toEqual([]);
  await button('Vraag Apple Pay aan').dblclick();
  await page.getByText('de ondernemer moet nog tekenen bij de bank').waitFor();
});

it('says that it is signed and confirmed; the clock of the bank runs', async () => {
  await page.getByLabel('Op', { exact: true }).fill('2031-01-01');
  await button('Noteer: getekend bij de bank').click();
  await page.getByText('Deze dag kan niet').waitFor();
  await page.getByLabel('Op', { exact: true }).fill(today());
  await button('Noteer: getekend bij de bank').click();
  await page.getByText('Getekend; de bank is aan zet').waitFor();
  await button('Noteer: door de bank bevestigd').click();
  await page.getByText('De bank heeft bevestigd').waitFor();
  expect(await findings(page)).toEqual([]);
});

it('is active when the bank shows it, and not before', async () => {
  const address = page.url();
  await page.getByText('Alleen dat maakt hem hier actief').waitFor();
  await switchAtTheBank('APPLE_PAY');
  await page.goto(`${inProduction()}/payment-methods`);
  await button('Vraag het de bank nu').click();
  const apple = page.locator('[data-brand="APPLE_PAY"]');
  await expect
    .poll(() => page.reload().then(() => apple.innerText()), { timeout: 90_000, interval: 2_000 })
    .toContain('Actief');
  await page.goto(address);
  await page.getByText('De bank toont deze methode als actief').first().waitFor();
  await page.getByRole('link', { name: 'deze webwinkel' }).waitFor();
});

it('fits a phone', async () => {
  const context = await town.person({ width: 360 });
  await town.signIn(context, 'agency');
  const phone = await context.newPage();
  await phone.goto(`${town.portalUrl}/merchants/${merchantId}/payment-methods`);
  await phone.getByRole('link', { name: 'Billink' }).waitFor();
  expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await context.close();
});

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}
