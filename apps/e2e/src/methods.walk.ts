import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './axe';
import { sent } from './sent';
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
  const it = row.getByRole('button', { name: new RegExp(`^\\s*${brand}:`) });
  await sent(bank, '/console/brand', () => it.click());
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

it('says what the shopper sees: methods in words, the rules, where logos are, fraud and costs', async () => {
  const shown = page.locator('section', {
    has: page.getByRole('heading', { name: 'Wat de koper ziet' }),
  });
  const names = shown.locator('.shown');
  await names.waitFor();
  // As the list above says it: what the bank shows as active, and nothing else.
  const chip = page.locator('td tb-status-chip', { hasText: /^\s*Actief\s*$/ });
  const active = page.locator('[data-brand]').filter({ has: chip });
  const listed = await active.getByRole('rowheader').allInnerTexts();
  const said = (await names.innerText()).split(/, | en /).sort();
  expect(said).toEqual(listed.map((name) => name.trim().split('\n')[0]!).sort());
  expect(said).toContain('iDEAL');
  expect(said).not.toContain('Apple Pay');
  await shown.getByText('gelden de regels van de bank').waitFor();
  const logos = shown.getByRole('link', { name: 'supportpagina’s van de bank' });
  expect(await logos.getAttribute('href')).toMatch(/^https:\/\/www\.rabobank\.nl\//);
  expect(await shown.locator('img, svg image').count()).toBe(0);
  await shown.getByText('de verwerker let op fraude').waitFor();
  await shown.getByText('interchange, scheme fee en service fee').waitFor();
  expect(await shown.getByText('Billink: de koper betaalt achteraf').count()).toBe(0);
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
  const asking = `${town.portalUrl}/merchants/${merchantId}/payment-methods/new`;
  // A brand that the bank added since.
  await page.goto(`${asking}?brand=NIEUW`);
  await button('Vraag NIEUW aan').waitFor();
  expect(await page.getByLabel('Methode').inputValue()).toBe('NIEUW');
  await page.goto(asking);
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
  const asking = button('Vraag het de bank nu');
  await sent(page, '/payment-methods/check', () => asking.click());
  const apple = page.locator('[data-brand="APPLE_PAY"]');
  await expect
    .poll(() => page.reload().then(() => apple.innerText()), { timeout: 45_000, interval: 2_000 })
    .toContain('Actief');
  await page.goto(address);
  await page.getByText('De bank toont deze methode als actief').first().waitFor();
  await page.getByRole('link', { name: 'deze webwinkel' }).waitFor();
});

it('keeps what PayPal needs: the account, what is checked off, and an order as proof', async () => {
  await page.goto(`${town.portalUrl}/merchants/${merchantId}/payment-methods`);
  await page.getByRole('link', { name: 'PayPal' }).first().click();
  const email = page.getByLabel('Mailadres van de zakelijke rekening');
  await email.fill('geen adres');
  await button('Bewaar adres').click();
  await page.getByText('Vul een mailadres in').waitFor();
  await email.fill('zakelijk@demo-kaas.example');
  await button('Bewaar adres').click();
  await page.getByText('Adres bewaard.').waitFor();
  const open = page.locator('.list').getByRole('button', { name: /^Gedaan/ });
  for (let left = await open.count(); left > 0; left--) {
    await open.first().click();
    await expect.poll(() => open.count()).toBe(left - 1);
  }
  await button('Zoek de testorder').click();
  await page.getByText('Er is nog geen order die het bewijst').waitFor();
  expect(await findings(page)).toEqual([]);
});

it('asks for Billink what Billink asks, and says which digit of a VAT number is wrong', async () => {
  await page.getByRole('link', { name: 'Billink' }).first().click();
  const vat = page.getByLabel('Btw-nummer');
  await vat.fill('NL004495446B01');
  await button('Bewaar voor Billink').click();
  await page.getByText('Een cijfer van dit btw-nummer klopt niet').waitFor();
  await vat.fill('NL004495445B01');
  await page.getByLabel('Telefoon').fill('');
  await button('Bewaar voor Billink').click();
  await page.getByText('Vul minstens twee van de drie in').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByLabel('Pagina op het web').fill('https://demo-kaas.example/contact');
  await button('Bewaar voor Billink').click();
  await page.getByText('Je kunt Billink nu aanvragen').waitFor();
});

it('follows Billink from the contract it sent to the bank that shows it', async () => {
  const back = page.url();
  await page.goto(`${town.portalUrl}/merchants/${merchantId}/payment-methods`);
  await page.locator('tbody').getByRole('link', { name: 'Billink' }).click();
  await page.getByText('Billink heeft een contract gestuurd').first().waitFor();
  await button('Noteer: contract van Billink getekend').click();
  await page.getByText('Billink beoordeelt het').first().waitFor();
  await button('Noteer: door Billink geaccepteerd').click();
  await page.getByText('Billink heeft geaccepteerd').first().waitFor();
  expect(await findings(page)).toEqual([]);
  const address = page.url();
  await switchAtTheBank('BILLINK');
  await page.goto(`${inProduction()}/payment-methods`);
  await sent(page, '/payment-methods/check', () => button('Vraag het de bank nu').click());
  const billink = page.locator('[data-brand="BILLINK"]');
  await expect
    .poll(() => page.reload().then(() => billink.innerText()), { timeout: 45_000, interval: 2_000 })
    .toContain('Actief');
  await page.getByText('Billink: de koper betaalt achteraf').waitFor();
  await page.goto(address);
  await page.getByText('De bank toont deze methode als actief').first().waitFor();
  await page.getByRole('link', { name: 'deze webwinkel' }).waitFor();
  await page.goto(back);
});

it('says of an empty list of what Billink excludes that the bank has one', async () => {
  const context = await town.person();
  await town.signIn(context, 'otherAgency');
  const newcomer = await context.newPage();
  await newcomer.goto(`${town.portalUrl}/settings/billink`);
  await newcomer.getByText('De lijst van de bank is niet openbaar; vraag haar').waitFor();
  expect(await findings(newcomer)).toEqual([]);
  await context.close();
});

it('keeps the list of what Billink excludes', async () => {
  await page.getByText('Demo-vuurwerk').waitFor();
  expect(await page.getByText('Demo-medicijnen').count()).toBe(0);
  const context = await town.person();
  await town.signIn(context, 'agency');
  const staff = await context.newPage();
  staff.setDefaultTimeout(15_000);
  const act = (name: string | RegExp) => staff.getByRole('button', { name, exact: true });
  const row = (name: string) => staff.locator('tbody tr', { hasText: name });
  await staff.goto(`${town.portalUrl}/settings/agency`);
  await staff.getByRole('link', { name: 'Uitgesloten productgroepen van Billink' }).click();
  await row('Demo-tabak').getByText('Geldt nog niet').waitFor();
  await act('Voeg groep toe').click();
  await staff.getByText('Zeg in 3 tot 500 tekens wie het zegt').waitFor();
  expect(await findings(staff)).toEqual([]);
  await staff.getByLabel('Productgroep').fill('Wapens');
  await staff.getByLabel('Vanaf').fill('2026-01-01');
  await staff.getByLabel('Tot en met').fill('2025-12-31');
  await staff.getByLabel('Bron').fill('https://bank.example/billink');
  await act('Voeg groep toe').click();
  await staff.getByText('Deze groep zou eindigen voordat zij begint').waitFor();
  await staff.getByLabel('Tot en met').fill('');
  await act('Voeg groep toe').dblclick();
  await row('Wapens').getByRole('link', { name: 'bank.example' }).waitFor();
  await staff.getByLabel('Productgroep').fill('wapens');
  await act('Voeg groep toe').click();
  await staff.getByText('Deze groep staat al in de lijst').waitFor();
  await staff.getByLabel('Productgroep').fill('Loten');
  await staff.getByLabel('Vanaf').fill('2099-01-01');
  await staff.getByLabel('Bron').fill('Brief van de bank');
  await act('Voeg groep toe').click();
  await row('Loten').getByText('Geldt nog niet').waitFor();
  expect(await staff.locator('tbody th .name').allInnerTexts()).toEqual([
    ...['Loten', 'Demo-tabak', 'Wapens', 'Demo-vuurwerk', 'Demo-medicijnen'],
  ]);
  await act('Beëindig Wapens').click();
  await act('Bewaar einde').click();
  await staff.getByText('Kies een dag').waitFor();
  await staff.getByLabel('Laatste dag').fill('2025-01-01');
  await act('Bewaar einde').click();
  await staff.getByText('Deze groep zou eindigen voordat zij begint').waitFor();
  expect(await findings(staff)).toEqual([]);
  await staff.getByLabel('Laatste dag').fill('2026-01-31');
  await act('Bewaar einde').click();
  await row('Wapens').getByText('Geldt niet meer').waitFor();
  expect(await findings(staff)).toEqual([]);
  await staff.setViewportSize({ width: 360, height: 800 });
  expect(await staff.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  expect(await findings(staff)).toEqual([]);
  await page.reload();
  await page.getByText('Loten vanaf').waitFor();
  expect(await page.getByText('Wapens').count()).toBe(0);
  await page.getByRole('link', { name: 'Bekijk de hele lijst' }).click();
  await page.getByText('Wapens').waitFor();
  expect(await page.getByRole('button', { name: 'Haal weg' }).count()).toBe(0);
  await page.goBack();
  await act('Haal weg Wapens').click();
  await staff.getByText('Doe dit alleen als de groep er bij vergissing staat').waitFor();
  await act('Haal weg').click();
  await expect.poll(() => row('Wapens').count()).toBe(0);
  expect(await row('Demo-vuurwerk').locator('button:focus').count()).toBe(1);
  await context.close();
});

it('says what payments cost, by the lines of the contract, and nothing that nobody knows', async () => {
  await page.getByRole('link', { name: 'Kosten' }).click();
  await page.getByRole('heading', { name: 'Schatting' }).waitFor();
  await page.locator('form').getByLabel('Methode').selectOption('PayPal');
  await page.getByLabel('Geldt vanaf').fill('2026-01-01');
  await page.getByLabel('Bron').fill('Brief van de bank');
  await button('Voeg tarief toe').click();
  await page.getByText('Vul een bedrag of een percentage in').waitFor();
  await page.getByLabel('Van het bedrag (%)').fill('1,5');
  await button('Voeg tarief toe').click();
  await page.locator('tbody tr', { hasText: 'Brief van de bank' }).waitFor();
  expect(await findings(page)).toEqual([]);
});

it('fits a phone', async () => {
  const context = await town.person({ width: 360 });
  await town.signIn(context, 'agency');
  const phone = await context.newPage();
  await phone.goto(`${town.portalUrl}/merchants/${merchantId}/payment-methods`);
  await phone.locator('tbody').getByRole('link', { name: 'Billink' }).waitFor();
  expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await context.close();
});

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}
