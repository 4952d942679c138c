import type { OrderPage } from '@toonbank/orders/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Town } from './town';

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});

afterAll(async () => {
  await town.close();
});

async function open(
  path: string,
  as: 'agency' | 'merchant' = 'agency',
  width = 1440,
): Promise<Page> {
  const context = await town.person({ width });
  await town.signIn(context, as);
  const page = await context.newPage();
  await page.goto(town.portalUrl + path);
  return page;
}

/** Somebody at the orders who asks for others when their session is over. */
async function whoseSessionEnded(): Promise<Page> {
  const page = await open('/production/orders?status=EXPIRED');
  await page.locator('tr[data-order]').first().waitFor();
  await page.context().clearCookies();
  await page.getByRole('link', { name: 'Betaald', exact: true }).click();
  await page.getByRole('dialog', { name: 'Nog een keer inloggen' }).waitFor();
  return page;
}

const numbers = (page: Page) =>
  page.locator('tr[data-order]').evaluateAll((rows) => rows.map((row) => row.dataset['order']));

describe('somebody of the agency', () => {
  it('begins with what waits, and goes anywhere by keyboard alone', async () => {
    const page = await open('/');
    await page.waitForURL(/production\/overview$/);
    await page.locator('h1').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.waitForURL(/production\/orders$/);
    await page.locator('tr[data-order]').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const [, second] = await numbers(page);
    expect(await page.locator(':focus').innerText()).toBe(second);
    await page.keyboard.press('Enter');
    await page.waitForURL(/orders\/[0-9a-f-]{36}$/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Toetsen' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('finds an order by its amount, and a page by its name', async () => {
    const order = await town.announce('FINDME1', 77_077);
    const page = await open('/sandbox/orders');
    await page.locator('tr[data-order]').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('770,77');
    await page.getByRole('option', { name: /FINDME1/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(order.id));
    await page.getByRole('heading', { level: 1, name: 'FINDME1' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('notif');
    await page.getByRole('option', { name: 'Notificaties' }).click();
    await page.waitForURL(/sandbox\/notifications$/);
  });

  it('narrows everything to one merchant, keeps that from page to page, and lets it go', async () => {
    const page = await open('/production/orders');
    await page.locator('tr[data-order]').first().waitFor();
    await page.keyboard.press('s');
    await page.getByRole('option', { name: 'Demo Fiets' }).click();
    await page.waitForURL(/merchant=/);
    const merchants = () =>
      page
        .locator('tr[data-order] td:nth-child(4)')
        .allInnerTexts()
        .then((all) => new Set(all));
    await expect.poll(merchants).toEqual(new Set(['Demo Fiets']));
    await page.getByRole('link', { name: 'Overzicht' }).click();
    await page.waitForURL(/overview\?merchant=/);
    await page.getByRole('rowheader', { name: /demo-fiets/ }).waitFor();
    expect(await page.getByRole('rowheader', { name: /demo-kaas/ }).count()).toBe(0);
    await page.getByRole('button', { name: /Demo Fiets/ }).click();
    await page.getByRole('option', { name: 'Alle ondernemers' }).click();
    await page.waitForURL(/overview$/);
  });

  it('narrows the list by chips that stand in the address', async () => {
    const page = await open('/production/orders');
    await page.locator('tr[data-order]').first().waitFor();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Status', exact: true }).click();
    await page.getByRole('button', { name: 'Verlopen', exact: true }).click();
    await page.waitForURL(/status=EXPIRED/);
    const states = () =>
      page
        .locator('tr[data-order] td:nth-child(6)')
        .allInnerTexts()
        .then((all) => new Set(all));
    await expect.poll(states).toEqual(new Set(['Verlopen']));
    await page.goBack();
    await page.waitForURL(/orders$/);
    await expect.poll(states).not.toEqual(new Set(['Verlopen']));
  });

  it('finds a webshop to narrow by, by a part of its name', async () => {
    const page = await open('/production/orders');
    await page.locator('tr[data-order]').first().waitFor();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Webwinkel', exact: true }).click();
    await page.getByRole('searchbox').fill('zakelijk');
    const options = page.locator('.cdk-overlay-container .tb-panel li');
    await expect.poll(() => options.allInnerTexts()).toEqual(['demo-kaas-zakelijk.example']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/webshop=/);
    await page.getByText('demo-kaas-zakelijk.example').first().waitFor();
  });

  it('turns the pages of a list there and back, by link and by key', async () => {
    const page = await open('/production/orders');
    await page.locator('tr[data-order]').first().waitFor();
    const one = await numbers(page);
    // The demo of a day fits on one page: the address says how the second one begins.
    const answer = await page.request.get(
      `${town.portalUrl}/v1/orders?environment=production&limit=2`,
    );
    const { next } = (await answer.json()) as { next: string };
    await page.route('**/v1/orders?*', async (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set('limit', '2');
      await route.continue({ url: url.href });
    });
    await page.reload();
    await page.getByText(/^2 getoond, van/).waitFor();
    await page.getByRole('link', { name: 'Ouder' }).click();
    await page.waitForURL((url) => url.searchParams.get('after') === next);
    await expect.poll(() => numbers(page)).toEqual(one.slice(2, 4));
    await page.keyboard.press(']');
    await expect.poll(() => numbers(page)).toEqual(one.slice(4, 6));
    await page.getByRole('link', { name: 'Nieuwer' }).click();
    await expect.poll(() => numbers(page)).toEqual(one.slice(2, 4));
    await page.keyboard.press('[');
    await expect.poll(() => numbers(page)).toEqual(one.slice(0, 2));
    await page.waitForURL((url) => !url.searchParams.has('after'));
  });

  it('keeps the page when the environment changes, and can not overlook the sandbox', async () => {
    const page = await open('/production/notifications');
    await page.getByRole('link', { name: 'Sandbox', exact: true }).click();
    await page.waitForURL(/sandbox\/notifications$/);
    await page.getByText('testgeld, testsleutels').waitFor();
    expect(await page.locator('html').getAttribute('data-env')).toBe('sandbox');
  });

  it('reads what the bank said about an order, word for word', async () => {
    const page = await open('/production/orders?status=COMPLETED');
    await page.locator('tr[data-order] a').first().click();
    await page.getByRole('button', { name: 'Origineel bericht' }).click();
    await page.getByText('Handtekening klopt').waitFor();
    expect(await page.locator('pre').innerText()).toContain('"orderStatus": "COMPLETED"');
  });
});

describe('when something goes wrong', () => {
  it('a lost connection keeps what was there, says so, and can be tried again', async () => {
    const page = await open('/production/orders');
    await page.locator('tr[data-order]').first().waitFor();
    await page.route('**/v1/orders?*', (route) => route.abort());
    await page.getByRole('link', { name: 'Betaald', exact: true }).click();
    await page.getByRole('alert').getByText('Geen verbinding met Toonbank').waitFor();
    expect((await numbers(page)).length).toBeGreaterThan(0);
    await page.unroute('**/v1/orders?*');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it.each([
    [500, 'Er ging iets mis bij Toonbank'],
    [404, 'Dit bestaat niet, of is niet voor jou te zien'],
    [403, 'Dit mag je niet doen'],
  ])('a %i has a face of its own, in Dutch, with the id of the request', async (status, face) => {
    const page = await open('/production/orders');
    await page.locator('tr[data-order]').first().waitFor();
    const code = { 403: 'no-right', 404: 'not-found', 500: 'internal' }[status];
    const problem = { type: 'about:blank', title: 'No.', status, code, detail: 'No.' };
    await page.route('**/v1/orders/*', (route) =>
      route.fulfill({
        status,
        contentType: 'application/problem+json',
        body: JSON.stringify({ ...problem, requestId: 'request-0001' }),
      }),
    );
    await page.locator('tr[data-order] a').first().click();
    const alert = page.getByRole('alert');
    await alert.getByText(face).waitFor();
    expect(await alert.innerText()).toContain(code);
    await expect.poll(() => alert.getByRole('button', { name: /Kopieer/ }).count()).toBe(1);
  });

  it('what does not exist offers the search in its place, and so does an address that leads nowhere', async () => {
    const page = await open(`/production/orders/${crypto.randomUUID()}`);
    await page.getByRole('alert').getByRole('button', { name: 'Zoek', exact: true }).click();
    await page.getByRole('combobox').waitFor();
    await page.goto(`${town.portalUrl}/nothing/here`);
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).waitFor();
    await page.locator('main').getByRole('button', { name: 'Zoek', exact: true }).click();
    await page.getByRole('combobox').fill('orders');
    await page.keyboard.press('Enter');
    await page.waitForURL(/production\/orders$/);
  });

  it('Enter takes what was typed, though the list of it is not drawn yet', async () => {
    const page = await open('/production/overview');
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').evaluate((field: HTMLInputElement) => {
      field.value = 'orders';
      field.dispatchEvent(new Event('input'));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    });
    await page.waitForURL(/production\/orders$/);
  });

  it('a list without rows lets go of its filters, and of the one merchant', async () => {
    const page = await open('/production/orders');
    const { merchantId } = await page.request
      .get(`${town.portalUrl}/v1/orders?environment=production`)
      .then(async (answer) => ((await answer.json()) as OrderPage).items[0]!);
    await page.goto(`${town.portalUrl}/production/orders?order=nothing&merchant=${merchantId}`);
    await page.getByRole('heading', { name: 'Geen order past bij deze filters' }).waitFor();
    await page.getByRole('button', { name: 'Toon alle ondernemers' }).click();
    await page.waitForURL(/orders\?order=nothing$/);
    expect(await page.getByRole('button', { name: 'Toon alle ondernemers' }).count()).toBe(0);
    await page.locator('tb-empty').getByRole('button', { name: 'Wis filters' }).click();
    await page.waitForURL(/orders$/);
    await page.locator('tr[data-order]').first().waitFor();
  });

  it('a session that ended is taken up again in place', async () => {
    const page = await whoseSessionEnded();
    await page.locator('tb-proof-dialog input[type=password]').fill(town.issued.agency.password);
    await page.keyboard.press('Enter');
    await page.locator('tr[data-order]').first().waitFor();
    await page.locator('tb-proof-dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('status')).toBe('COMPLETED');
  });

  it('a session that ended and is left leads to the door and back to the same place', async () => {
    const page = await whoseSessionEnded();
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.waitForURL(/sign-in\?back=/);
    await page.getByText('Je sessie is voorbij').waitFor();
    await page.locator('#email').fill(town.issued.agency.email);
    await page.locator('#password').fill(town.issued.agency.password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL(/production\/orders\?/);
  });

  it('a tab that has grown old says that there is a newer portal', async () => {
    const page = await open('/production/orders');
    await page.locator('tr[data-order]').first().waitFor();
    await page.route('**/v1/orders?*', async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'x-portal-version': 'another' };
      await route.fulfill({ response, headers });
    });
    await page.getByRole('link', { name: 'Betaald', exact: true }).click();
    await page.getByText('Er is een nieuwe versie van Toonbank').waitFor();
  });
});

describe("a merchant's people, on a phone", () => {
  it('see their own orders and nothing of another merchant, in two taps', async () => {
    const page = await open('/', 'merchant', 360);
    await page.waitForURL(/production\/orders$/);
    await page.locator('tr[data-order]').first().waitFor();
    await page.getByText(/Betaald vandaag/).waitFor();
    expect(await page.content()).not.toContain('demo-fiets');
    const isCut = (it: HTMLElement) =>
      it.scrollWidth > it.clientWidth || it.scrollHeight > it.clientHeight + 1;
    expect(await page.getByText(/^via /).evaluate(isCut)).toBe(false);
    await page.getByRole('banner').getByRole('button', { name: /^Zoek/ }).click();
    await page.getByRole('combobox').fill('demo-kaas');
    await page
      .getByRole('option', { name: /demo-kaas/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('link', { name: 'Overzicht' }).count()).toBe(0);
    await page.locator('tr[data-order] a').first().click();
    await page.getByRole('heading', { name: 'Verloop' }).waitFor();
    await page.goto(`${town.portalUrl}/production/overview`);
    await page.getByRole('heading', { name: 'Dit is niet voor jou' }).waitFor();
  });
});
