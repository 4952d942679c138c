import type { BillingMonths } from '@toonbank/billing/contract';
import type { WebshopDetail } from '@toonbank/shop/contract';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './axe';
import { Town } from './town';

let town: Town;
let context: BrowserContext;
let page: Page;
let shop: WebshopDetail;

beforeAll(async () => {
  town = await Town.open();
  context = await town.person();
  await town.signIn(context, 'agency');
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  shop = await read<WebshopDetail>(`/v1/webshops/${town.issued.webshop.id}`);
});

afterAll(() => town.close());

async function read<Body>(path: string): Promise<Body> {
  return (await (await context.request.get(town.portalUrl + path)).json()) as Body;
}

const button = (name: string | RegExp) => page.getByRole('button', { name });

/** The page has a table of invoices too, and either may be there first. */
const months = () => page.getByRole('table', { name: 'Maanden' }).locator('tbody tr');

/** Connects a webshop in the portal, and answers what its price was said to be before it was added. */
async function connect(host: string): Promise<string> {
  const query = `url=${encodeURIComponent(`https://${host}/`)}&shop=${shop.shopId}`;
  await page.goto(`${town.portalUrl}/production/webshops/new/shop?${query}`);
  const said = await page.locator('tb-next-url-note tb-note').innerText();
  await page.getByLabel('Verkooppunt').selectOption({ index: 1 });
  await button('Maak webwinkel').click();
  await page.waitForURL(/\/bank/);
  return said;
}

it('says before a URL is added whether it is in the price, or what it costs', async () => {
  expect(await connect('demo-kaas-drie.example')).toContain('kost bij de bank niets extra');
  const fourth = await connect('demo-kaas-vier.example');
  expect(fourth).toMatch(/€\s3,60 per maand, vanaf/);
  expect(fourth).toContain('3 URL’s; 3 zijn inbegrepen');
});

it('shows on the shop what the bank bills now', async () => {
  await page.goto(`${town.portalUrl}/shops/${shop.shopId}`);
  const ledger = page.locator('tb-shop-cost tb-ledger');
  await ledger.waitFor();
  expect(await ledger.innerText()).toContain('13,60');
});

it('counts it in the month that runs, which can not be closed yet', async () => {
  await page.goto(`${town.portalUrl}/billing`);
  await months().first().getByRole('link').click();
  await page.waitForURL(/\/billing\/runs\//);
  await page.locator('tfoot').waitFor();
  const row = page.locator('tbody tr', { hasText: 'Demo Kaas' });
  await row.waitFor();
  expect(await row.innerText()).toContain('13,60');
  expect(await button(/Sluit/).count()).toBe(0);
  expect(await findings(page)).toEqual([]);
});

it('closes the month that is over: says what it makes before, and proves it after', async () => {
  const { items } = await read<BillingMonths>('/v1/billing/runs');
  await page.goto(`${town.portalUrl}/billing`);
  await months().nth(1).getByRole('link').click();
  await page.waitForURL(new RegExp(`/billing/runs/${items[1]!.month}$`));
  await button(/^Sluit/).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^Sluit af/ }).dblclick();
  await page.getByText(/Afgesloten op .+ 4 facturen/).waitFor();
  await page.goto(`${town.portalUrl}/billing`);
  await page.getByText(/Alles tot en met .+ is afgesloten/).waitFor();
});

it('says what is earned on each client, over the months one chooses', async () => {
  await page.getByRole('link', { name: 'Marge per klant' }).click();
  await page.locator('tfoot').waitFor();
  await expect.poll(() => page.locator('tbody tr').count()).toBe(4);
  expect(await findings(page)).toEqual([]);
});

it('gives one merchant a fee of its own, and takes it back before it was used', async () => {
  await page.goto(`${town.portalUrl}/billing/clients/${shop.merchantId}`);
  const fees = page.locator('tb-fee-setting');
  await fees.getByLabel('Eerste maand').fill('2099-01');
  await fees.getByLabel('Per maand (€)', { exact: true }).fill('20,00');
  await fees.getByLabel('Per URL per maand (€)').fill('0');
  await fees.getByRole('button', { name: 'Voeg tarief toe' }).click();
  const row = fees.locator('tbody tr', { hasText: '20,00' });
  await row.getByRole('button', { name: /Haal weg/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Haal/ }).click();
  await fees.getByText('Nog geen eigen tarief').waitFor();
});

it('credits an invoice with a reason and bills the month again', async () => {
  const { items } = await read<BillingMonths>('/v1/billing/runs');
  await page.goto(`${town.portalUrl}/billing/runs/${items[1]!.month}`);
  const row = page.locator('tbody tr', { hasText: 'Demo Fiets' });
  await row.getByRole('link').nth(1).click();
  await button('Crediteer').click();
  await page.getByRole('dialog').getByRole('textbox').fill('Afspraak was anders');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Crediteer/ })
    .click();
  await page.getByText('Afspraak was anders').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.locator('.facts a').click();
  await page.getByText('teruggenomen met een creditfactuur').waitFor();
  await button('Factureer opnieuw').dblclick();
  await page.getByText(/Afgesloten op .+ 4 facturen/).waitFor();
});

it('shows merchants their own invoices, and never the margin', async () => {
  const merchant = await town.person();
  await town.signIn(merchant, 'merchant');
  page = await merchant.newPage();
  await page.goto(`${town.portalUrl}/billing`);
  await page.locator('tb-invoice-table tbody tr').first().waitFor();
  expect(await page.locator('tb-invoice-table tbody tr').count()).toBe(3);
  expect(await page.content()).not.toMatch(/marge/i);
  await page.locator('tb-invoice-table tbody a').first().click();
  await page.getByRole('heading', { name: 'Ter informatie' }).waitFor();
  expect(await button('Crediteer').count()).toBe(0);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/^\d{4}-\d{4}\.pdf$/);
});
