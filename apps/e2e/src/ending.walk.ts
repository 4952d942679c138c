import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe';
import { Town } from './town';

let town: Town;
let page: Page;

beforeAll(async () => {
  town = await Town.open();
  const context = await town.person();
  await town.signIn(context, 'merchant');
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});

afterAll(() => town.close());

const button = (name: string) => page.getByRole('button', { name });
const nextYear = new Date().getFullYear() + 1;
const lastDay = `${nextYear}-01-31`;

it('lets the owner of a merchant end a webshop, and says what that means', async () => {
  const { id } = town.issued.webshop;
  await page.goto(`${town.portalUrl}/production/webshops/${id}`);
  await page.getByRole('link', { name: 'Beëindig' }).click();
  await page.getByText('Geen einddatum').waitFor();
  await page.getByText('Webwinkels › Acties › Beëindigen').waitFor();

  await button('Bewaar laatste dag').click();
  await page.getByText('Kies een dag: vandaag of later').waitFor();
  await page.getByLabel('Laatste dag').fill('2020-01-31');
  await page.getByLabel('Reden').fill('Gaat op in de andere winkel');
  await button('Bewaar laatste dag').click();
  await page.getByText('Op deze dag kan een webwinkel niet eindigen').waitFor();
  expect(await page.getByLabel('Reden').inputValue()).toBe('Gaat op in de andere winkel');
  expect(await findings(page)).toEqual([]);

  await page.getByLabel('Laatste dag').fill(lastDay);
  await button('Bewaar laatste dag').dblclick();
  await page.getByText('Laatste dag van deze webwinkel').waitFor();
  expect(await page.locator('tb-note').first().innerText()).toContain(`31 jan ${nextYear}`);
  expect(await findings(page)).toEqual([]);
});

it('shows it in the list, and goes on selling until then', async () => {
  await page.goto(`${town.portalUrl}/production/webshops`);
  const row = page.locator('[data-webshop="demo-kaas.example"]');
  await row.getByText(`31 jan ${nextYear}`).waitFor();
  const { redirectUrl } = await town.announce('NOGOPEN1', 1250);
  expect(redirectUrl).toContain(town.bankUrl);
});

it('undoes it', async () => {
  await page.goto(`${town.portalUrl}/production/webshops/${town.issued.webshop.id}/ending`);
  await page.getByText('Gaat op in de andere winkel').waitFor();
  await button('Maak einde ongedaan').click();
  await page.getByText('Het einde is ongedaan gemaakt').waitFor();
  expect(await page.getByText('Laatste dag van deze webwinkel').count()).toBe(0);
});

it('stays as it is once it has ended', async () => {
  const context = await town.person();
  await town.signIn(context, 'agency');
  page = await context.newPage();
  await page.goto(`${town.portalUrl}/production/webshops`);
  await page.getByRole('link', { name: 'demo-fiets-outlet.example' }).click();
  await page.getByText('Deze webwinkel is beëindigd').waitFor();
  await page.getByRole('link', { name: 'Beëindig', exact: true }).click();
  await page.getByText('Dat staat vast').waitFor();
  expect(await button('Maak einde ongedaan').count()).toBe(0);
  expect(await page.getByLabel('Laatste dag').count()).toBe(0);
});

it('leaves its last pair of keys to be destroyed, when a person says so twice', async () => {
  await page.goto(`${town.portalUrl}/production/webshops`);
  await page.getByRole('link', { name: 'demo-fiets-outlet.example' }).click();
  const row = page.locator('tb-earlier-pairs tbody tr').first();
  await row.getByRole('button', { name: /^Vernietig/ }).click();
  await page.getByText('dit is het paar in gebruik').waitFor();
  expect(await findings(page)).toEqual([]);
  await button('Vernietig versie 1').click();
  // Its last orders may still be told of under it: then it is asked once more.
  const early = button('Vernietig toch');
  await early.or(row.getByText('Verwijderd')).first().waitFor();
  if (await early.isVisible()) await early.click();
  await row.getByText('Verwijderd').waitFor();
  expect(await page.getByRole('button', { name: /^Vernietig/ }).count()).toBe(0);
  expect(await findings(page)).toEqual([]);
});

describe('the task to tell the bank, for an agency', () => {
  const ending = () => `${town.portalUrl}/production/webshops/${town.issued.webshop.id}/ending`;
  const what = 'Regel het einde van demo-kaas.example bij de bank';
  const task = () => page.getByRole('rowheader').getByRole('link', { name: what });

  /** The list hears of it a moment later. */
  const lists = (times: number) =>
    expect
      .poll(
        async () => {
          await page.goto(`${town.portalUrl}/tasks`);
          // Another webshop that has ended always waits.
          await page.locator('tbody tr').first().waitFor();
          return task().count();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(times);

  async function end(): Promise<void> {
    await page.goto(ending());
    await page.getByLabel('Laatste dag').fill(lastDay);
    await button('Bewaar laatste dag').click();
    await page.getByText('Laatste dag van deze webwinkel').waitFor();
  }

  async function undo(): Promise<void> {
    await page.goto(ending());
    await button('Maak einde ongedaan').click();
    await page.getByText('Het einde is ongedaan gemaakt').waitFor();
  }

  it('leads to the page of the end, and is gone once it was done at the bank', async () => {
    await lists(0);
    await end();
    await lists(1);
    expect(await findings(page)).toEqual([]);
    await task().click();
    await page.getByText('Laatste dag bij de bank').waitFor();
    expect(await findings(page)).toEqual([]);
    await button('Bij de bank beëindigd').click();
    await page.getByText('Opgeschreven: de bank heeft dezelfde dag').waitFor();
    await button('Bij de bank beëindigd').waitFor({ state: 'detached' });
    await page.getByText(town.issued.agency.email).nth(1).waitFor();
    expect(await findings(page)).toEqual([]);
    await lists(0);
  });

  it('comes back when that was said by mistake, until it is true', async () => {
    await page.goto(ending());
    await button('Dat klopt niet').click();
    await page.getByText('Teruggenomen: het is als daarvoor').waitFor();
    await button('Bij de bank beëindigd').waitFor();
    expect(await button('Dat klopt niet').count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await lists(1);
    await task().click();
    await button('Bij de bank beëindigd').click();
    await button('Dat klopt niet').waitFor();
    await lists(0);
  });

  it('comes back when the end is undone, until that was done at the bank as well', async () => {
    await undo();
    await lists(1);
    await task().click();
    await button('Bij de bank ongedaan gemaakt').click();
    await button('Bij de bank ongedaan gemaakt').waitFor({ state: 'detached' });
    await lists(0);
  });

  it('is gone when the end is undone before the bank was told', async () => {
    await end();
    await lists(1);
    await undo();
    await lists(0);
  });
});
