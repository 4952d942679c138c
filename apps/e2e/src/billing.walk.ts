import type { BillingMonths, InvoicePage } from '@toonbank/billing/contract';
import { dayAfter } from '@toonbank/platform/clock';
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

/** What a further URL is called on a bill. */
const fourthUrl = 'Rabo OnlineKassa, extra URL’s';

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

it('shows the lines of a bill before the month is closed, with the fourth URL', async () => {
  await town.urlsCameAMonthAgo(shop.shopId);
  await page.goto(`${town.portalUrl}/billing/clients/${shop.merchantId}`);
  await page.getByLabel('Wie betaalt de bank?').selectOption('agency');
  await button('Bewaar').click();
  await page.getByText('Facturatie bewaard').waitFor();
  const { items } = await read<BillingMonths>('/v1/billing/runs');
  await page.goto(`${town.portalUrl}/billing/runs/${items[1]!.month}`);
  await button('Regels van Demo Kaas').press('Enter');
  const lines = page.getByRole('table', { name: 'Regels van Demo Kaas' });
  await lines.waitFor();
  expect(await lines.locator('tr', { hasText: fourthUrl }).innerText()).toMatch(/1\s+3,60/);
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

it('bills the fourth URL: a line of EUR 3.60 on the invoice, sent and paid on a day one says', async () => {
  const { items } = await read<InvoicePage>(`/v1/invoices?merchantId=${shop.merchantId}&limit=1`);
  await page.goto(`${town.portalUrl}/billing/invoices/${items[0]!.id}`);
  const billed = page.getByRole('table', { name: 'Regels' });
  await billed.waitFor();
  expect(await billed.locator('tr', { hasText: fourthUrl }).innerText()).toMatch(/1\s+3,60\s+3,60/);
  const pdf = await context.request.get(`${town.portalUrl}/v1/invoices/${items[0]!.id}/pdf`);
  expect(pdf.headers()['content-type']).toContain('application/pdf');
  const { issuedOn } = items[0]!;
  await page.getByLabel('Dag').fill(dayAfter(issuedOn));
  await button('Op deze dag verstuurd').click();
  await page.getByText('Kies een dag van de factuurdatum tot en met vandaag').waitFor();
  await page.getByLabel('Dag').fill(issuedOn);
  await button('Op deze dag verstuurd').click();
  await page.getByText('Factuur staat op verstuurd').waitFor();
  expect(await findings(page)).toEqual([]);
  await button('Op deze dag betaald').click();
  await button('Toch niet betaald').click();
  await button('Op deze dag betaald').waitFor();
});

it('says what is earned on each client, over the months one chooses', async () => {
  await page.goto(`${town.portalUrl}/billing`);
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
  const statement = page.getByRole('link', { name: 'Overzicht (PDF)' });
  const lastYear = String(new Date().getFullYear() - 1);
  await page.getByLabel('Periode').selectOption(lastYear);
  expect(await statement.getAttribute('href')).toContain(`from=${lastYear}-01-01`);
  await page.getByLabel('Periode').selectOption('own');
  await page.getByLabel('Laatste dag').fill('2001-01-01');
  await expect.poll(() => statement.count()).toBe(0);
  await page.getByLabel('Eerste dag').fill('2000-01-01');
  await statement.waitFor();
  expect(await findings(page)).toEqual([]);
  const invoices = page.locator('tb-invoice-table tbody a');
  await invoices.first().click();
  const billed = page.getByRole('table', { name: 'Regels' });
  await billed.locator('tr', { hasText: fourthUrl }).waitFor();
  await page.goBack();
  await invoices.nth(1).click();
  await page.getByRole('heading', { name: 'Ter informatie' }).waitFor();
  expect(await button('Crediteer').count()).toBe(0);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/^\d{4}-\d{4}\.pdf$/);
});
