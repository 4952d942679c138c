import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sent } from './sent';
import { Town } from './town';

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});

afterAll(async () => {
  await town.close();
});

/** A shopper at the bank's page for a fresh order. */
async function atTheBank(number: string, amount = 1250): Promise<{ page: Page; orderId: string }> {
  const order = await town.announce(number, amount);
  const page = await (await town.person()).newPage();
  await page.goto(order.redirectUrl!);
  return { page, orderId: order.id };
}

const arrives = (orderId: string, status: string) =>
  expect.poll(() => town.status(orderId), { timeout: 20_000 }).toBe(status);

describe('a shopper', () => {
  it('pays with iDEAL, comes back to the shop, and the order is paid', async () => {
    const { page, orderId } = await atTheBank('WALK1');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Kies hoe je betaalt');
    await page.getByRole('button', { name: 'iDEAL' }).click();
    await page.getByRole('button', { name: 'Betaald' }).click();
    await page.getByRole('link', { name: 'Terug naar de winkel' }).click();
    await page.waitForURL(/healthz/);
    const back = new URL(page.url());
    expect(back.searchParams.get('order_id')).toBe('WALK1');
    expect(back.searchParams.get('status')).toBe('COMPLETED');
    expect(back.searchParams.get('signature')).toMatch(/^[0-9a-f]{128}$/);
    await arrives(orderId, 'COMPLETED');
  });

  it('cancels, and the order is cancelled', async () => {
    const { page, orderId } = await atTheBank('WALK2');
    await page.getByRole('button', { name: /Annuleren/ }).click();
    await arrives(orderId, 'CANCELLED');
  });

  it('walks away, and the order expires', async () => {
    const { page, orderId } = await atTheBank('WALK3');
    await page.close();
    await town.minutesPassAtTheBank(31);
    await arrives(orderId, 'EXPIRED');
  });

  it('pays and loses the browser before coming back, and the order is paid all the same', async () => {
    const { page, orderId } = await atTheBank('WALK4');
    await page.getByRole('button', { name: 'Visa' }).click();
    const paid = page.getByRole('button', { name: 'Betaald' });
    await sent(page, '/omnikassa/outcome', () => paid.click());
    await page.context().close();
    await arrives(orderId, 'COMPLETED');
  });

  it('fails once and then pays in another way', async () => {
    const { page, orderId } = await atTheBank('WALK5');
    await page.getByRole('button', { name: 'Mastercard' }).click();
    await page.getByRole('button', { name: 'Mislukt' }).click();
    await page.getByRole('button', { name: 'PayPal' }).click();
    await page.getByRole('button', { name: 'Betaald' }).click();
    await arrives(orderId, 'COMPLETED');
  });
});

describe('who opens the portal without a page in mind, and signs in', () => {
  it.each([
    ['agency', '/', '/production/overview'],
    ['merchant', '/', '/production/orders'],
    ['agency', '/sandbox', '/sandbox/overview'],
  ] as const)('as %s at %s begins at %s', async (as, address, first) => {
    const page = await (await town.person()).newPage();
    await page.goto(town.portalUrl + address);
    const { email, password } = town.issued[as];
    await page.getByLabel('E-mailadres').fill(email);
    await page.getByLabel('Wachtwoord').fill(password);
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await page.locator('h1').waitFor();
    expect(new URL(page.url()).pathname).toBe(first);
  });
});

describe('somebody of the agency', () => {
  it('signs in and sees an order become paid while looking, without a word against the policy', async () => {
    const complaints: string[] = [];
    const page = await (await town.person()).newPage();
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${town.portalUrl}/sandbox/orders`);
    await page.waitForURL(/sign-in\?back=/);
    const { email, password } = town.issued.agency;
    await page.getByLabel('E-mailadres').fill(email);
    await page.getByLabel('Wachtwoord').fill('not the password');
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('horen niet bij elkaar');
    await page.getByLabel('Wachtwoord').fill(password);
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.waitForURL(/sandbox\/orders$/);
    await page.locator('tr[data-order]').first().waitFor();

    const order = await town.announce('WALKLIVE', 4250);
    await page.getByRole('button', { name: /nieuwe order/ }).click();
    const row = page.locator('tr[data-order="WALKLIVE"]');
    await row.locator('.hide-s').getByText('Open').waitFor();
    const shopper = await (await town.person()).newPage();
    await shopper.goto(order.redirectUrl!);
    await shopper.getByRole('button', { name: 'iDEAL' }).click();
    await shopper.getByRole('button', { name: 'Betaald' }).click();
    await row.locator('.hide-s').getByText('Betaald').waitFor({ timeout: 20_000 });

    await row.getByRole('link').click();
    await page.getByText('Open → Betaald').waitFor();
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.getByText('Open → Paid').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: /account of/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/sign-in/);
    await page.goto(`${town.portalUrl}/sandbox/orders`);
    await page.waitForURL(/sign-in/);
    expect(complaints).toEqual([]);
  });

  it('of another agency sees none of it', async () => {
    const page = await (await town.person({ locale: 'en-GB', width: 360 })).newPage();
    await page.goto(`${town.portalUrl}/production/orders`);
    await page.getByLabel('E-mail address').fill(town.issued.otherAgency.email);
    await page.getByLabel('Password').fill(town.issued.otherAgency.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor();
    await page
      .getByText(/demo-bloem|No orders/)
      .first()
      .waitFor();
    expect(await page.content()).not.toContain('demo-kaas');
    const widths = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
    const [content, window] = widths as [number, number];
    expect(content).toBeLessThanOrEqual(window);
  });
});
