import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe';
import { sent } from './sent';
import { Town } from './town';

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});

afterAll(async () => {
  await town.close();
});

const said = {
  nl: {
    ...{ locale: 'nl-NL', add: /In mandje: Overjarige/, checkout: 'Afrekenen', pay: /^Betaal/ },
    ...{ paid: /^Betaald/, cancel: /Annuleren/, toShop: 'Terug naar de winkel' },
    ...{ thanks: 'Betaald, dank je wel', cancelled: 'Betaling geannuleerd' },
    ...{ expired: 'De tijd om te betalen is voorbij', open: 'Nog niet betaald' },
    ...{ again: 'Opnieuw afrekenen', goOn: 'Verder met betalen', look: 'Kijk opnieuw' },
    ...{ later: 'Nog niet bekend (later)' },
  },
  en: {
    ...{ locale: 'en-GB', add: /Add to basket: Vintage/, checkout: 'Check out', pay: /^Pay/ },
    ...{ paid: /^Paid/, cancel: /Cancel/, toShop: 'Back to the shop' },
    ...{ thanks: 'Paid, thank you', cancelled: 'Payment cancelled' },
    ...{ expired: 'The time to pay is over', open: 'Not paid yet' },
    ...{ again: 'Check out again', goOn: 'Go on paying', look: 'Look again' },
    ...{ later: 'Not known yet (later)' },
  },
} as const;

describe.each(Object.values(said))('in $locale a shopper', (words) => {
  const [language, width] = words.locale === 'nl-NL' ? ['nl', 1440] : ['en', 360];

  /** From the front of the shop to the page before paying; every page on the way is looked at. */
  async function checkout(options: { script?: boolean } = {}): Promise<Page> {
    const { script = true } = options;
    const person = await town.person({ locale: words.locale, width: Number(width), script });
    const page = await person.newPage();
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) throw new Error(message.text());
    });
    await page.goto(town.shopUrl);
    await page.waitForURL(`${town.shopUrl}/${language}/`);
    if (script) await looksRight(page);
    await page.getByRole('button', { name: words.add }).click();
    await page.getByRole('status').waitFor();
    await page.goto(`${town.shopUrl}/${language}/cart`);
    if (script) await looksRight(page);
    await page.getByRole('link', { name: words.checkout }).click();
    await page.getByRole('radio').first().waitFor();
    if (script) await looksRight(page);
    return page;
  }

  async function looksRight(page: Page): Promise<void> {
    expect(await findings(page), page.url()).toEqual([]);
    const sizes = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
    const [content, window] = sizes as [number, number];
    expect(content, page.url()).toBeLessThanOrEqual(window);
  }

  async function atTheBank(options: { script?: boolean } = {}): Promise<Page> {
    const page = await checkout(options);
    await page.getByRole('button', { name: words.pay }).click();
    await page.waitForURL(`${town.bankUrl}/**`);
    return page;
  }

  const orderUrl = new RegExp(`/${language}/orders/K\\w{14}$`);
  const sees = (page: Page, title: string) =>
    page.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: 20_000 });

  it('buys, pays, and sees it paid without doing anything', async () => {
    const page = await atTheBank();
    await page.getByRole('button', { name: 'iDEAL' }).click();
    await page.getByRole('button', { name: words.paid }).click();
    await page.getByRole('link', { name: words.toShop }).click();
    await page.waitForURL(orderUrl);
    await sees(page, words.thanks);
    expect(await page.locator('.count').innerText()).toBe('0');
    await looksRight(page);
    await page.reload();
    await sees(page, words.thanks);
  });

  it('cancels, and checks out again with the same cart', async () => {
    const page = await atTheBank();
    await page.getByRole('button', { name: words.cancel }).click();
    await page.getByRole('link', { name: words.toShop }).click();
    await sees(page, words.cancelled);
    await looksRight(page);
    await page.getByRole('link', { name: words.again }).click();
    await page.getByRole('button', { name: words.pay }).click();
    await page.waitForURL(`${town.bankUrl}/**`);
  });

  it('goes back instead of paying, goes on from there, and lets it expire', async () => {
    const page = await atTheBank();
    const payUrl = page.url();
    await page.goBack();
    await page.getByRole('button', { name: words.pay }).click();
    await page.waitForURL(payUrl);
    await page.getByRole('button', { name: 'iDEAL' }).click();
    await page.getByRole('button', { name: words.later }).click();
    await page.getByRole('link', { name: words.toShop }).click();
    await sees(page, words.open);
    await looksRight(page);
    await page.getByRole('button', { name: words.goOn }).click();
    await page.waitForURL(payUrl);
    await page.goBack();
    await sees(page, words.open);
    await town.minutesPassAtTheBank(31);
    await sees(page, words.expired);
  });

  it('loses the browser after paying, and finds it paid in another one', async () => {
    const page = await atTheBank();
    const number = await page.locator('.order').innerText();
    await page.getByRole('button', { name: 'iDEAL' }).click();
    const paid = page.getByRole('button', { name: words.paid });
    await sent(page, '/omnikassa/outcome', () => paid.click());
    await page.context().close();
    const other = await (await town.person({ locale: words.locale })).newPage();
    await other.goto(`${town.shopUrl}/${language}/orders/${number}`);
    await sees(other, words.thanks);
  });

  it('buys without a script, too, and looks again by a link', async () => {
    const page = await atTheBank({ script: false });
    await page.getByRole('button', { name: 'iDEAL' }).click();
    await page.getByRole('button', { name: words.paid }).click();
    await page.getByRole('link', { name: words.toShop }).click();
    await page.waitForURL(orderUrl);
    const again = page.getByRole('link', { name: words.look });
    await expect
      .poll(
        async () => {
          if (await again.isVisible()) await again.click();
          return page.getByRole('heading', { level: 1 }).innerText();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(words.thanks);
  });
});
