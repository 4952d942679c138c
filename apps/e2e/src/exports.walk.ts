import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayAfter, dayOf } from '@toonbank/platform/clock';
import { simpleParser } from 'mailparser';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './axe';
import { Town } from './town';

let town: Town;
let page: Page;
const recipient = 'boekhouder@kantoor.example';

beforeAll(async () => {
  town = await Town.open();
  page = await visitor('agency');
});

afterAll(() => town.close());

async function visitor(as: 'agency' | 'merchant'): Promise<Page> {
  const context = await town.person();
  await town.signIn(context, as);
  const opened = await context.newPage();
  opened.setDefaultTimeout(10_000);
  return opened;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const isDone = () => page.getByText('Klaar', { exact: true }).first().waitFor();

/** The link in the mail to the recipient. */
async function mailed(): Promise<string> {
  const files = existsSync(town.outbox) ? readdirSync(town.outbox) : [];
  const mails = await Promise.all(
    files.map((file) => simpleParser(readFileSync(join(town.outbox, file)))),
  );
  const texts = mails.map(({ text }) => text ?? '');
  return texts.map((text) => /http\S+export-file#\S+/.exec(text)?.[0]).find(Boolean)!;
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

async function fetched(press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}

it('goes from the orders with E to a choice that stands in the address', async () => {
  const today = dayOf(new Date());
  await page.goto(`${town.portalUrl}/production/orders?from=${dayAfter(today, -1)}&until=${today}`);
  await page.getByRole('link', { name: 'Exporteer' }).waitFor();
  await page.locator('main').press('e');
  await page.waitForURL(/exports\/new/);
  expect(await page.getByLabel('Eerste dag').inputValue()).toBe(dayAfter(today, -1));
  await page.getByLabel('Getallen').selectOption('international');
  await page.getByLabel('Periode').selectOption('last-month');
  await page.waitForURL(/numbers=international/);
  expect(await findings(page)).toEqual([]);
  await page.reload();
  expect(await page.getByLabel('Getallen').inputValue()).toBe('international');
  expect(await page.getByLabel('Periode').inputValue()).toBe('last-month');
});

it('refuses days that can’t be at their field, and makes nothing', async () => {
  const today = dayOf(new Date());
  await page.getByLabel('Laatste dag').fill(dayAfter(today, 40));
  await button('Maak het bestand').click();
  await page.getByText('De periode eindigt in de toekomst').waitFor();
  await page.getByLabel('Eerste dag').fill(today);
  await page.getByLabel('Laatste dag').fill(dayAfter(today, -3));
  await button('Maak het bestand').click();
  await page.getByText('De periode eindigt voor ze begint').waitFor();
  expect(await findings(page)).toEqual([]);
});

it('makes a file while one watches, and hands it out as often as one asks', async () => {
  await page.getByLabel('Periode').selectOption('this-year');
  await button('Maak het bestand').click();
  await page.getByRole('heading', { name: 'Orders' }).waitFor();
  await isDone();
  expect(await findings(page)).toEqual([]);
  for (const time of ['first', 'second']) {
    const download = await fetched(() => button(/Haal het bestand op/).click());
    expect(download.suggestedFilename()).toMatch(/^orders_.*\.csv$/);
    const lines = (await textOf(download)).trim().split('\r\n');
    expect(lines[0]).toContain('order_number');
    expect(lines.length, time).toBeGreaterThan(1);
  }
});

it('shows how far a large one is, and stops it: no file, and the same choice again', async () => {
  await town.manyOrders(150_000);
  await page.goto(`${town.portalUrl}/sandbox/exports/new?format=xlsx`);
  await page.getByLabel('Periode').selectOption('this-year');
  await button('Maak het bestand').click();
  await page.getByText(/ van 15\d\.\d{3}/).waitFor();
  await page.getByText('Je mag deze pagina verlaten.').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.reload();
  await button('Stop').click();
  await page.getByText('Deze export is gestopt.').waitFor();
  expect(await button(/Haal het bestand op/).count()).toBe(0);
  await page.getByRole('link', { name: 'Vraag het opnieuw' }).click();
  await page.waitForURL(/format=xlsx/);
  await page.goto(`${town.portalUrl}/sandbox/exports`);
  await page.getByText('Gestopt', { exact: true }).waitFor();
});

it('stops one from the list, too', async () => {
  await page.goto(`${town.portalUrl}/sandbox/exports/new?format=xlsx`);
  await page.getByLabel('Periode').selectOption('this-year');
  await button('Maak het bestand').click();
  await page.waitForURL(/exports\/[0-9a-f-]{36}/);
  await page.getByRole('link', { name: 'Exports', exact: true }).first().click();
  await page.getByText('Bezig', { exact: true }).waitFor();
  await button('Stop').click();
  await expect.poll(() => page.getByText('Gestopt', { exact: true }).count()).toBe(2);
});

it('has a file come by itself, changes when, and mails a link that is used once', async () => {
  await page.goto(`${town.portalUrl}/production/exports/schedules/new?kind=orders`);
  await page.getByRole('textbox', { name: 'Naar' }).fill('geen adres');
  await button('Maak de vaste export').click();
  await page.getByText('Schrijf één tot tien verschillende e-mailadressen').waitFor();
  await page.getByRole('textbox', { name: 'Naar' }).fill(recipient);
  await button('Maak de vaste export').click();
  await page.getByRole('heading', { name: 'Orders, vast' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Wijzig' }).click();
  await page.getByLabel('Elke').selectOption('week');
  await button('Bewaar').click();
  await page.getByText('Elke maandag om 6:00').waitFor();
  await town.schedulesAreDue();
  await page.goto(`${town.portalUrl}/production/exports/schedules`);
  const row = page.locator('tr[data-schedule]').filter({ hasText: 'Elke maandag' });
  const isMailed = async () => {
    await page.reload();
    await row.waitFor();
    return row.innerText();
  };
  await expect.poll(isMailed, { timeout: 30_000 }).toContain('Verstuurd');
  await row.getByRole('link').click();
  await page.getByText(recipient).last().waitFor();
  expect(await findings(page)).toEqual([]);
});

it('opens a mailed link to anybody who holds it, asks first, and gives the file once', async () => {
  const signedIn = page;
  const link = await mailed();
  page = await (await town.person()).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(link);
  await page.getByRole('heading', { name: /^Orders van / }).waitFor();
  expect(page.url()).not.toContain('#');
  expect(await findings(page)).toEqual([]);
  const download = await fetched(() => button('Haal het bestand op').click());
  expect((await textOf(download)).split('\r\n')[0]).toContain('order_number');
  await button('Haal het bestand op').click();
  await page.getByText('Deze link is al gebruikt').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByText('Deze link is al gebruikt').waitFor();
  await page.goto('about:blank');
  await page.goto(link.slice(0, -3));
  await page.getByText('Deze link opent geen bestand').waitFor();
  page = signedIn;
});

it('pauses one that comes by itself, and takes it away', async () => {
  await button('Pauzeer').click();
  await page.getByText('gepauzeerd', { exact: true }).waitFor();
  await button('Ga verder').click();
  await button('Pauzeer').waitFor();
  await button('Haal weg').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Haal weg' }).click();
  await page.waitForURL(/exports\/schedules$/);
  await page.locator('tr[data-schedule]').first().waitFor();
  expect(await page.locator('tr[data-schedule]').count()).toBe(1);
});

it('gives a merchant their own, and nothing of the agency', async () => {
  page = await visitor('merchant');
  await page.goto(`${town.portalUrl}/production/exports`);
  await page.getByText('Nog geen exports in deze omgeving').waitFor();
  await page.getByRole('link', { name: 'Nieuwe export' }).first().click();
  const whose = page.getByLabel('Van wie');
  await whose.waitFor();
  const options = await whose.locator('option').allInnerTexts();
  expect(options.map((text) => text.trim())).toEqual([
    ...['Alle winkels', 'Eén winkel', 'Eén webwinkel'],
  ]);
  await whose.selectOption('webshop');
  await button('Maak het bestand').click();
  await page.getByText('Kies er een uit de lijst.').waitFor();
  await page.getByLabel('Webwinkel', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Periode').selectOption('this-year');
  await button('Maak het bestand').click();
  await isDone();
  const text = await textOf(await fetched(() => button(/Haal het bestand op/).click()));
  const [head, ...rows] = text.replace('\ufeff', '').trim().split('\r\n');
  const at = head!.split(';').indexOf('merchant_id');
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map((row) => row.split(';')[at])).size).toBe(1);
});
