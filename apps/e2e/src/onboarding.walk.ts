import { newId } from '@toonbank/primitives';
import type { WebshopDetail } from '@toonbank/shop/contract';
import type { BankWebshop } from '@toonbank/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe';
import { registerAtTheBank } from './bank-desk';
import { Town } from './town';

let town: Town;
let page: Page;
let pair: BankWebshop;
let ofProduction: BankWebshop;
let apiKey: string;

beforeAll(async () => {
  town = await Town.open();
  page = await (await town.person()).newPage();
  page.setDefaultTimeout(10_000);
  const registered = { merchant: 'Loopwinkel', url: 'loop.example' };
  pair = await registerAtTheBank(town.bankUrl, registered);
  ofProduction = await registerAtTheBank(town.bankUrl, {
    ...registered,
    environment: 'production',
  });
});

afterAll(async () => {
  await town.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = (name: string | RegExp) => page.getByRole('link', { name });
const clean = async (place: string) => expect(await findings(page), place).toEqual([]);

async function keysFilledIn(signingKey: string, refreshToken: string): Promise<void> {
  await page.getByLabel('Signing Key').fill(signingKey);
  await page.getByLabel('Refresh Token').fill(refreshToken);
  await button('Controleer en bewaar').click();
}

describe('somebody of the agency', () => {
  it('brings in a merchant, its shop and its point of sale', async () => {
    const { email, password } = town.issued.agency;
    await page.goto(`${town.portalUrl}/merchants`);
    await page.locator('#email').fill(email);
    await page.locator('#password').fill(password);
    await page.locator('button[type=submit]').click();
    await page.getByRole('heading', { name: 'Ondernemers', level: 1 }).waitFor();
    await clean('merchants');

    await link('Nieuwe ondernemer').click();
    await page.getByLabel('KvK-nummer').fill('123');
    // As slowly as a hand: what is said about the field that is left must not move the button away.
    await button('Maak ondernemer').click({ delay: 300 });
    await page.getByText('Vul de naam in').waitFor();
    await page.getByText('Een KvK-nummer heeft 8 cijfers').waitFor();
    expect(await page.evaluate('document.activeElement.closest("tb-field").innerText')).toContain(
      'Naam',
    );
    await page.getByLabel('Naam').fill('Loopwinkel BV');
    await page.getByLabel('KvK-nummer').fill('12345678');
    await button('Maak ondernemer').dblclick();
    await page.getByRole('heading', { name: 'Loopwinkel BV' }).waitFor();
    await clean('a merchant');

    await link('Nieuwe winkel').first().click();
    await page.getByLabel('Naam').fill('Loopwinkel');
    await button('Bewaar').click();
    await page.getByRole('heading', { name: 'Loopwinkel', level: 1, exact: true }).waitFor();
    await link('Nieuw verkooppunt').click();
    await page.getByLabel('Naam op het afschrift').fill('Loop Online');
    await page.getByText('Rabobank Smart Pay, Loop Online').waitFor();
    await button('Bewaar').click();
    await page.getByRole('rowheader', { name: 'Loop Online' }).waitFor();
    await clean('a shop');
  });

  it('connects a webshop in the order of the bank, and may leave halfway', async () => {
    await link('Nieuwe webwinkel').click();
    await page.getByRole('heading', { name: 'Webwinkel aansluiten' }).waitFor();
    await page.goto(page.url().replace('/production/', '/sandbox/'));
    await page.getByLabel('Webadres').fill('geen adres');
    await button(/Naar winkel/).click();
    await page.getByText('Dit is geen webadres').waitFor();
    await page.getByLabel('Webadres').fill('Loop.example');
    await page.getByLabel('Software').selectOption({ label: 'WordPress + WooCommerce' });
    await clean('connecting, the address');
    await button(/Naar winkel/).click();
    await page.getByLabel('Verkooppunt').selectOption({ label: 'Loop Online' });
    await clean('connecting, the counter');
    await page.goBack();
    expect(await page.getByLabel('Webadres').inputValue()).toBe('https://loop.example/');
    await button(/Naar winkel/).click();
    await page.getByLabel('Verkooppunt').selectOption({ label: 'Loop Online' });
    await button('Maak webwinkel').dblclick();
    await page.getByRole('heading', { name: 'Aanmelden bij de bank' }).waitFor();
    await clean('connecting, at the bank');
    await button('Toegevoegd').click();
    await button('Getekend').waitFor();

    await page.reload();
    await button('Getekend').click();
    await page.locator('.said', { hasText: town.issued.agency.email }).nth(1).waitFor();
    await link('Naar de sleutels').click();
  });

  it('is told at the field what is wrong with keys, and nothing is kept until they are right', async () => {
    await page.getByLabel('poiId').fill(String(pair.poiId));
    await keysFilledIn('rommel', 'rommel');
    await page.getByText('Dit is geen Signing Key').waitFor();
    await keysFilledIn(pair.signingKey, 'a.b.c');
    await page.getByText('De bank neemt deze Refresh Token niet aan').waitFor();
    expect(await page.getByLabel('Signing Key').inputValue()).toBe(pair.signingKey);
    await keysFilledIn(ofProduction.signingKey, ofProduction.refreshToken);
    await page.getByText('hoort bij de andere omgeving').waitFor();
    const [webshopId] = /[0-9a-f-]{36}/.exec(page.url())!;
    const answer = await page.request.get(`${town.portalUrl}/v1/webshops/${webshopId}`);
    const { environments } = (await answer.json()) as WebshopDetail;
    expect(environments.map(({ poiId }) => poiId)).toEqual([null, null]);
    await keysFilledIn(pair.refreshToken, pair.signingKey);
    await page.getByText('De velden zijn verwisseld').waitFor();
    await clean('entering keys, refused');
    await button('Wissel om').click();
    await page.getByText('Gecontroleerd').first().waitFor();
    await page.getByText('Klaar voor verkoop').first().waitFor();
    expect(await page.content()).not.toContain(pair.refreshToken);
    await clean('a webshop');
  });

  it('issues an API key once, and finds it in the snippet', async () => {
    await link('API-sleutels').click();
    await button('Nieuwe API-sleutel').click();
    apiKey = await page.locator('tb-issued-secret .text').first().innerText();
    expect(apiKey).toMatch(/^tb_test_/);
    await clean('API keys');
    await link('Koppelen').click();
    await page.getByText(apiKey).waitFor();
    await clean('the snippet');
    await page.reload();
    await page.getByText('PASTE_THE_API_KEY').waitFor();
    await link('Virtuele sleutels').click();
    await button('Nieuw paar').click();
    await page.getByText('Geldig, wacht op zijn beurt').waitFor();
    await button('Trek in: Paar 1').click();
    await button('Trek paar in').click();
    await page.getByText('Ingetrokken', { exact: true }).waitFor();
    await clean('virtual keys');
  });

  it('sees the first order that the new webshop announces', async () => {
    const [webshopId] = /[0-9a-f-]{36}/.exec(new URL(page.url()).pathname)!;
    const answer = await fetch(`${town.portalUrl}/v1/webshops/${webshopId}/orders`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': newId(),
      },
      body: JSON.stringify({
        merchantOrderId: 'LOOP1',
        amount: { currency: 'EUR', amount: 1250 },
        returnUrl: 'https://loop.example/thanks',
      }),
    });
    expect(answer.status).toBe(201);
    await page.goto(`${town.portalUrl}/sandbox/orders?webshop=${webshopId}`);
    await page.locator('tr[data-order="LOOP1"]').waitFor();
  });
});
