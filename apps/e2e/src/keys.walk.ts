import type { WebshopDetail } from '@toonbank/shop/contract';
import type { BankWebshop } from '@toonbank/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './axe';
import { newKeysAtTheBank, registerAtTheBank, webshopAtTheBank } from './bank-desk';
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

/** What the portal would ask for this person; answers what came back. */
async function asked<T>(page: Page, call: string, data?: object): Promise<T> {
  const [method = '', path = ''] = call.split(' ');
  const headers = { 'x-toonbank': '1', origin: town.portalUrl };
  const address = `${town.portalUrl}/v1${path}`;
  const answer = await page.request.fetch(address, { method, headers, ...(data && { data }) });
  if (!answer.ok()) throw new Error(`${call} answered ${answer.status()}.`);
  return (await answer.json()) as T;
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

it('lets a second virtual pair sign from a moment on, and turns it back', async () => {
  const { webshop } = town.issued;
  const page = await open('agency', `/sandbox/webshops/${webshop.id}/virtual-keys`);
  const rows = page.locator('tbody tr');
  await page.getByRole('button', { name: 'Nieuw paar' }).click();
  const second = rows.filter({ hasText: 'Paar 2' });
  const first = rows.filter({ hasText: 'Paar 1' });
  await second.getByRole('button', { name: /^Laat ondertekenen/ }).click();
  await second.getByLabel('Vanaf').fill('2099-01-02T10:30');
  expect(await findings(page)).toEqual([]);
  await second.getByRole('button', { name: 'Leg vast' }).click();
  await second.getByText('2 jan 2099').waitFor();
  expect(await findings(page)).toEqual([]);
  await second.getByRole('button', { name: 'Neem terug' }).click();
  await second.getByRole('button', { name: /^Laat ondertekenen/ }).click();
  await second.getByLabel('Vanaf').fill('');
  await second.getByRole('button', { name: 'Leg vast' }).click();
  await first.getByRole('button', { name: /^Laat ondertekenen/ }).click();
  await first.getByRole('button', { name: 'Leg vast' }).click();
  await second.getByRole('button', { name: /^Laat ondertekenen/ }).waitFor();

  // The example holds the pair that was made just now: it says so while that one does not sign.
  await page.getByRole('link', { name: 'Koppelen' }).click();
  const note = page.locator('tb-note', { hasText: 'paar 2, en dat ondertekent nog niet' });
  await note.getByRole('button', { name: /^Laat ondertekenen/ }).click();
  expect(await findings(page)).toEqual([]);
  await note.getByRole('button', { name: 'Leg vast' }).click();
  await note.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Virtuele sleutels' }).click();
  await second.getByText('Ondertekent', { exact: true }).waitFor();
});

it('takes the day on which a key expires from a person, where its token does not say it', async () => {
  const page = await open('agency', '/production/keys?expires=unknown');
  await page.getByRole('link', { name: 'demo-boek-reis.example' }).click();
  const card = page.locator('tb-key-card').filter({ hasText: 'Refresh Token' });
  await card.getByText('onbekend').waitFor();
  await card.getByRole('button', { name: 'Vul in' }).click();
  await card.getByRole('button', { name: 'Bewaar' }).click();
  await card.getByText('Kies een dag.').waitFor();
  await card.getByLabel('Laatste dag').fill('2020-01-31');
  await card.getByRole('button', { name: 'Bewaar' }).click();
  await card.getByText('Een sleutel die werkt, kan niet op deze dag verlopen').waitFor();
  expect(await findings(page)).toEqual([]);
  const year = new Date().getFullYear() + 1;
  await card.getByLabel('Laatste dag').fill(`${year}-12-31`);
  await card.getByRole('button', { name: 'Bewaar' }).click();
  await card.getByText(`31 dec ${year}`).waitFor();
  await card.getByText('ingevuld door').waitFor();
  await card.getByRole('button', { name: 'Wijzig' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.goto(`${town.portalUrl}/production/keys?expires=unknown`);
  await page.getByText('Geen sleutels die dan verlopen').waitFor();
});

it('destroys a pair that was replaced at once, when a person says so twice', async () => {
  const { webshop } = town.issued;
  const place = `/sandbox/webshops/${webshop.id}`;
  const page = await open('agency', place);
  const known = await webshopAtTheBank(town.bankUrl, webshop.poiId);
  const { signingKey, refreshToken } = await newKeysAtTheBank(town.bankUrl, known, 'overlap');
  const keys = { signingKey, refreshToken };
  await asked(page, `PUT /webshops/${webshop.id}/environments/sandbox/keys/bank`, keys);
  await page.reload();
  const row = page.locator('tb-earlier-pairs tbody tr');
  await row.getByText('Verifieert nog').waitFor();
  // Whether it can go is said before anybody asks for it.
  await row.getByText(/^Veilig vanaf .*, als het stil blijft\.$/).waitFor();
  expect(await findings(page)).toEqual([]);
  await row.getByRole('button', { name: /^Vernietig/ }).click();
  await page.getByRole('button', { name: 'Vernietig versie 1' }).click();
  await page.getByText('Er is nog niets gewijzigd. Wacht liever').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Vernietig toch' }).click();
  await row.getByText('Verwijderd').waitFor();
  expect(await page.locator('tb-earlier-pairs button').count()).toBe(0);
});

it('says of a pair of another webshop, which the bank takes, that no notification verifies with it', async () => {
  const page = await open('agency', '/sandbox/webshops');
  const { pointOfSaleId } = await asked<WebshopDetail>(
    page,
    `GET /webshops/${town.issued.webshop.id}`,
  );
  const own = await registerAtTheBank(town.bankUrl, {
    merchant: 'Hier',
    url: 'https://demo-hier.example/',
  });
  const other = await registerAtTheBank(town.bankUrl, {
    merchant: 'Elders',
    url: 'https://demo-elders.example/',
  });
  const { id } = await asked<WebshopDetail>(
    page,
    `POST /points-of-sale/${pointOfSaleId}/webshops`,
    { url: 'https://demo-hier.example/' },
  );
  const place = `/webshops/${id}/environments/sandbox`;
  await asked(page, `PUT ${place}`, { poiId: String(own.poiId) });
  const { signingKey, refreshToken } = other;
  await asked(page, `PUT ${place}/keys/bank`, { signingKey, refreshToken });
  await town.minutesPassSinceKeys(id, 2);
  await page.goto(`${town.portalUrl}/sandbox/webshops/${id}`);
  const note = page.locator('tb-refused-note tb-note');
  const webhook = await page.getByText(/^http\S+\/in\/\S+$/).innerText();
  expect(await note.count()).toBe(0);

  expect(await ping(webhook, own)).toBe(401);
  // Refusals are written down a moment later, many at a time.
  const said = async () => {
    await page.reload();
    await note.waitFor({ timeout: 5_000 }).catch(() => undefined);
    return note.allInnerTexts();
  };
  await expect
    .poll(said, { timeout: 40_000 })
    .toEqual([expect.stringMatching(/1 notificatie met de poiId.*andere webwinkel/s)]);
  expect(await findings(page)).toEqual([]);
});

/** A notification of the bank about a webshop, as it looks to who has another key than the bank. */
async function ping(webhook: string, { poiId }: BankWebshop): Promise<number> {
  const { status } = await fetch(webhook, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      authentication: 'token.of-a-walk.x',
      expiry: new Date(Date.now() + 600_000).toISOString().replace('Z', '+00:00'),
      eventName: 'merchant.order.status.changed',
      poiId: Number(poiId),
      signature: 'ab'.repeat(64),
    }),
  });
  return status;
}
