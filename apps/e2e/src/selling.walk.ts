import type { BankWebshop } from '@toonbank/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillInWebhook, registerAtTheBank } from './bank-desk';
import { Town } from './town';

/** What is on the buttons and above the pages, in each language, and who is brought in. */
const said = {
  nl: {
    ...{ locale: 'nl-NL', merchant: 'Demo Koperkan', statement: 'Demo Koperkan Online' },
    ...{ url: 'https://demo-koperkan.example/', newMerchant: 'Nieuwe ondernemer' },
    ...{ merchants: 'Ondernemers', name: 'Naam', makeMerchant: 'Maak ondernemer' },
    ...{ newShop: 'Nieuwe winkel', save: 'Bewaar', newCounter: 'Nieuw verkooppunt' },
    ...{ onStatement: 'Naam op het afschrift', newWebshop: 'Nieuwe webwinkel' },
    ...{ connect: 'Webwinkel aansluiten', address: 'Webadres', next: /Naar winkel/ },
    ...{ counter: 'Verkooppunt', makeWebshop: 'Maak webwinkel', added: 'Toegevoegd' },
    ...{ signed: 'Getekend', toKeys: 'Naar de sleutels', keep: 'Controleer en bewaar' },
    ...{ ready: 'Klaar voor verkoop', apiKeys: 'API-sleutels', newApiKey: 'Nieuwe API-sleutel' },
    ...{ virtualKeys: 'Virtuele sleutels' },
    ...{ snippet: 'Koppelen' },
    ...{
      orders: 'Toon orders',
      noOrders: 'Geen order past bij deze filters',
      fresh: /nieuwe order/,
    },
    ...{ open: 'Open', paid: 'Betaald', history: 'Open → Betaald' },
    ...{ add: /In mandje: Overjarige/, checkout: 'Afrekenen', pay: /^Betaal/ },
    ...{ paidAtBank: /^Betaald/, back: 'Terug naar de winkel', thanks: 'Betaald, dank je wel' },
  },
  en: {
    ...{ locale: 'en-GB', merchant: 'Demo Copper Jug', statement: 'Demo Copper Jug Online' },
    ...{ url: 'https://demo-copper-jug.example/', newMerchant: 'New merchant' },
    ...{ merchants: 'Merchants', name: 'Name', makeMerchant: 'Create merchant' },
    ...{ newShop: 'New shop', save: 'Save', newCounter: 'New point of sale' },
    ...{ onStatement: 'Name on the statement', newWebshop: 'New webshop' },
    ...{ connect: 'Connect a webshop', address: 'URL', next: /To shop/ },
    ...{ counter: 'Point of sale', makeWebshop: 'Create webshop', added: 'Added' },
    ...{ signed: 'Signed', toKeys: 'To the keys', keep: 'Prove and keep' },
    ...{ ready: 'Ready to sell', apiKeys: 'API keys', newApiKey: 'New API key' },
    ...{ virtualKeys: 'Virtual keys' },
    ...{ snippet: 'Connect' },
    ...{ orders: 'Show orders', noOrders: 'No order fits these filters', fresh: /new order/ },
    ...{ open: 'Open', paid: 'Paid', history: 'Open → Paid' },
    ...{ add: /Add to basket: Vintage/, checkout: 'Check out', pay: /^Pay/ },
    ...{ paidAtBank: /^Paid/, back: 'Back to the shop', thanks: 'Paid, thank you' },
  },
} as const;

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});

afterAll(async () => {
  await town.close();
});

describe.each(Object.values(said))('in $locale, from nothing to money', (words) => {
  let page: Page;
  let pair: BankWebshop;
  let keys: { id: string; apiKey: string; signingKey: string };

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const link = (name: string | RegExp) => page.getByRole('link', { name, exact: true });
  const title = (name: string) => page.getByRole('heading', { name, level: 1, exact: true });
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const pickUp = (hasText: string) =>
    page.locator('tb-issued-secret', { hasText }).locator('.text').innerText();

  beforeAll(async () => {
    const context = await town.person({ locale: words.locale });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    pair = await registerAtTheBank(town.bankUrl, { merchant: words.merchant, url: words.url });
    await page.goto(`${town.portalUrl}/merchants`);
    await page.locator('#email').fill(town.issued.agency.email);
    await page.locator('#password').fill(town.issued.agency.password);
    await page.locator('button[type=submit]').click();
    await title(words.merchants).waitFor();
  });

  it('a merchant comes in, with a shop and a point of sale', async () => {
    await link(words.newMerchant).click();
    await page.locator('form input').first().fill(words.merchant);
    await button(words.makeMerchant).click();
    await title(words.merchant).waitFor();
    await link(words.newShop).first().click();
    await field(words.name).fill(words.merchant);
    await button(words.save).click();
    await link(words.newCounter).first().click();
    await page.getByLabel(words.onStatement).fill(words.statement);
    await button(words.save).click();
    await page.getByRole('rowheader', { name: words.statement }).waitFor();
  });

  it('a webshop is connected in the order of the bank, and its keys are proven', async () => {
    await link(words.newWebshop).first().click();
    await title(words.connect).waitFor();
    await page.goto(page.url().replace('/production/', '/sandbox/'));
    await page.getByLabel(words.address).fill(words.url);
    await button(words.next).click();
    await page.getByLabel(words.counter).selectOption({ label: words.statement });
    await button(words.makeWebshop).click();
    await button(words.added).click();
    await button(words.signed).click();
    await link(words.toKeys).click();
    await page.getByLabel('poiId').fill(String(pair.poiId));
    await page.getByLabel('Signing Key').fill(pair.signingKey);
    await page.getByLabel('Refresh Token').fill(pair.refreshToken);
    await button(words.keep).click();
    await page.getByText(words.ready).first().waitFor();
    const webhook = await page.getByText(/^http\S+\/in\/\S+$/).innerText();
    await fillInWebhook(town.bankUrl, pair.id, webhook);
  });

  it('its developer takes the keys of the shop from the portal', async () => {
    const [id] = /[0-9a-f-]{36}/.exec(new URL(page.url()).pathname)!;
    await link(words.apiKeys).click();
    await button(words.newApiKey).click();
    const apiKey = await pickUp('tb_test_');
    await link(words.virtualKeys).click();
    // Made when the bank took its keys, and told in this tab only.
    const signingKey = await pickUp('signing key');
    await link(words.snippet).click();
    await page.getByText(signingKey).waitFor();
    keys = { id, apiKey, signingKey };
  });

  it('a shopper buys there, and the order is seen becoming paid while looking', async () => {
    const shopUrl = await town.openShopFor(keys);
    await page.goto(`${town.portalUrl}/sandbox/orders?webshop=${keys.id}`);
    await page.getByText(words.noOrders).waitFor();

    const shopper = await (await town.person({ locale: words.locale, width: 360 })).newPage();
    await shopper.goto(shopUrl);
    await shopper.getByRole('button', { name: words.add }).click();
    await shopper.getByRole('status').waitFor();
    await shopper.goto(`${shopper.url().split('?')[0]!.replace(/\/$/, '')}/cart`);
    await shopper.getByRole('link', { name: words.checkout }).click();
    await shopper.getByRole('button', { name: words.pay }).click();
    await shopper.waitForURL(`${town.bankUrl}/**`);

    const row = page.locator('tr[data-order]');
    const standing = (word: string) => row.locator('.hide-s').getByText(word, { exact: true });
    await button(words.fresh).click();
    await standing(words.open).waitFor();
    await shopper.getByRole('button', { name: 'iDEAL' }).click();
    await shopper.getByRole('button', { name: words.paidAtBank }).click();
    await shopper.getByRole('link', { name: words.back }).click();
    await shopper
      .getByRole('heading', { level: 1, name: words.thanks })
      .waitFor({ timeout: 20_000 });

    await standing(words.paid).waitFor({ timeout: 20_000 });
    const [number] = /K\w{14}/.exec(new URL(shopper.url()).pathname)!;
    expect(await row.evaluateAll((all) => all.map((it) => it.dataset['order']))).toEqual([number]);
    await row.getByRole('link').first().click();
    await page.getByText(words.history).waitFor();
  });
});
