import type { Refundable } from '@toonbank/refunds/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './axe';
import { webshopAtTheBank } from './bank-desk';
import { Town } from './town';

let town: Town;
let page: Page;

beforeAll(async () => {
  town = await Town.open();
  page = await visitor('agency');
});

afterAll(() => town.close());

async function visitor(as: 'agency' | 'merchant'): Promise<Page> {
  const context = await town.person();
  await town.signIn(context, as);
  const opened = await context.newPage();
  opened.setDefaultTimeout(10_000);
  return opened;
}

async function control<T>(path: string, body?: object, method = 'POST'): Promise<T> {
  const answer = await fetch(`${town.bankUrl}/control${path}`, {
    ...(body && { method, body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

interface Ways {
  readonly brand?: string;
  readonly daysAgo?: number;
}

/** An order of the sandbox that was paid, and is known here as paid. */
async function paid(number: string, cents: number, { brand = 'IDEAL', daysAgo = 0 }: Ways = {}) {
  const { id } = await town.announce(number, cents);
  const orders = await control<{ omnikassaOrderId: string; merchantOrderId: string }[]>('/orders');
  const known = orders.find((order) => order.merchantOrderId === number)!;
  const { clockOffsetMs } = await control<{ clockOffsetMs: number }>('/settings');
  const turn = (ms: number) => control('/settings', { clockOffsetMs: ms }, 'PATCH');
  if (daysAgo) await turn(clockOffsetMs - daysAgo * 86_400_000);
  await control(`/orders/${known.omnikassaOrderId}/outcome`, { outcome: 'paid', brand });
  if (daysAgo) {
    await turn(clockOffsetMs);
    // What is so old the bank does not tell any more by itself.
    const webshop = await webshopAtTheBank(town.bankUrl, town.issued.webshop.poiId);
    await control(`/webshops/${webshop.id}/notify`, {});
  }
  await expect.poll(() => town.status(id), { timeout: 20_000 }).toBe('COMPLETED');
  return id;
}

/** The numbers of the orders of which something waits. */
async function tasks(environment: string): Promise<unknown[]> {
  const answer = await page.request.get(`${town.portalUrl}/v1/tasks?environment=${environment}`);
  const { items } = (await answer.json()) as { items: { facts: { number?: string } }[] };
  return items.map(({ facts }) => facts.number);
}

const button = (name: string | RegExp) => page.getByRole('button', { name });

it('gives a part of an order back: the bank has it, and the rest is told', async () => {
  const order = await paid('TERUG1', 8_495);
  await page.goto(`${town.portalUrl}/sandbox/orders/${order}`);
  await page.getByRole('link', { name: 'Betaal terug' }).click();
  await page.getByText('nog € 84,95 mogelijk').waitFor();
  await page.getByLabel('Bedrag in euro').fill('85,00');
  await button(/Betaal/).click();
  await page.getByText('Vul een bedrag in van hoogstens').waitFor();
  await page.getByLabel('Bedrag in euro').fill('12,50');
  expect(await findings(page)).toEqual([]);
  await button('Betaal € 12,50 terug').dblclick();
  await page.getByRole('heading', { name: 'Terugbetaling van € 12,50' }).waitFor();
  await page.getByText('Bij de bank', { exact: true }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.goto(`${town.portalUrl}/sandbox/refunds?order=${order}`);
  await page.locator('tr[data-refund]').first().waitFor();
  expect(await page.locator('tr[data-refund]').count()).toBe(1);
  // What the list is narrowed to is said, and taken away as other filters are.
  await page.locator('[data-field="order"]').getByText('TERUG1').waitFor();
  const total = page.locator('tb-refund-sums tfoot');
  expect(await total.locator('td').allInnerTexts()).toEqual(['1', '0,00', '12,50', '12,50']);
  expect(await findings(page)).toEqual([]);
  await button('Verwijder filter Order: TERUG1').click();
  await expect.poll(() => page.url()).toBe(`${town.portalUrl}/sandbox/refunds`);
  await page.goto(`${town.portalUrl}/sandbox/orders/${order}`);
  await page.getByText('Op de rekening bij de Rabobank').waitFor();
  const ofOrder = page.locator('tb-order-refunds');
  await ofOrder.locator('tbody tr').waitFor();
  const amounts = await ofOrder.locator('tb-ledger dd').allInnerTexts();
  expect(amounts).toEqual(['84,95', '−12,50', '72,45']);
  expect(await findings(page)).toEqual([]);
  await page.goto(`${town.portalUrl}/sandbox/orders/${order}?give=true`);
  await page.getByText('nog € 72,45 mogelijk').waitFor();
});

it('asks over the order, and is left by Escape, by its cross and by going back', async () => {
  const order = await paid('TERUG0', 8_495);
  const address = `${town.portalUrl}/sandbox/orders/${order}`;
  await page.goto(address);
  const dialog = page.getByRole('dialog', { name: 'Terugbetalen aan de koper' });
  const link = page.getByRole('link', { name: 'Betaal terug' });
  const ways = [
    () => page.keyboard.press('Escape'),
    () => button('Sluit').click(),
    () => page.goBack(),
  ];
  for (const leave of ways) {
    await link.click();
    await dialog.getByLabel('Bedrag in euro').waitFor();
    await leave();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.url()).toBe(address);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  }
});

it('waits for a second person from EUR 250 on, and never for the first one', async () => {
  const order = await paid('TERUG2', 30_000, { brand: 'VISA' });
  await page.goto(`${town.portalUrl}/sandbox/orders/${order}?give=true`);
  await page.getByText('pas terug als iemand anders het goedkeurt').waitFor();
  await button('Vraag € 300,00 aan').click();
  await page.getByText('Wacht op tweede akkoord').waitFor();
  await button('Keur € 300,00 goed').click();
  await page.getByText('Deze terugbetaling heb je zelf aangevraagd').waitFor();
  const address = page.url();
  const first = page;
  page = await visitor('merchant');
  await page.goto(address);
  await button('Keur € 300,00 goed').click();
  await page.getByText('Bij de bank', { exact: true }).waitFor();
  page = first;
});

it.each([
  ['PAYPAL', 'Zoek de betaling in PayPal', 'Op het account bij PayPal, niet bij de Rabobank'],
  ['BANCONTACT', 'Vraag de koper om een rekeningnummer', 'Op de rekening bij de Rabobank'],
])('keeps %s as a task until somebody says it is done', async (brand, says, out) => {
  const order = await paid(`TERUG${brand}`, 900, { brand });
  await page.goto(`${town.portalUrl}/sandbox/orders/${order}`);
  await page.getByText(out).waitFor();
  await page.getByRole('link', { name: 'Betaal terug' }).click();
  await button('Betaal € 9,00 terug').waitFor();
  // The bank's rule, which is not for what goes back outside it.
  expect(await page.getByText('Regel van 60 dagen').count()).toBe(0);
  await button('Betaal € 9,00 terug').click();
  await page.getByText('Elders te doen').waitFor();
  await page.getByText(says).waitFor();
  expect(await findings(page)).toEqual([]);
  // Whoever opens the portal next finds it among what waits.
  const isTold = async () => (await tasks('sandbox')).includes(`TERUG${brand}`);
  await expect.poll(isTold, { timeout: 10_000 }).toBe(true);
  await page.goto(`${town.portalUrl}/sandbox/overview`);
  const waiting = page.locator('.tasks li').filter({ hasText: `TERUG${brand}` });
  await waiting.getByRole('link', { name: 'Bekijk hoe' }).click();
  await button('€ 9,00 is terugbetaald').click();
  await page.getByText('Bevestigd', { exact: true }).waitFor();
  await expect.poll(isTold, { timeout: 10_000 }).toBe(false);
  await page.goto(`${town.portalUrl}/sandbox/orders/${order}?give=true`);
  await page.getByText('Van deze order is niets meer over').waitFor();
});

it('says of an order whose time for refunds is over since when, and what is left to do', async () => {
  const order = await paid('TERUGLAAT', 8_495, { daysAgo: 62 });
  await page.goto(`${town.portalUrl}/sandbox/orders/${order}`);
  const over = page.getByRole('button', {
    ...{ name: 'Betaal terug', description: 'De tijd om terug te betalen is voorbij.' },
  });
  await over.waitFor();
  expect(await over.getAttribute('aria-disabled')).toBe('true');
  expect(await page.getByRole('link', { name: 'Betaal terug' }).count()).toBe(0);
  // It is reached with the keyboard, for why it does nothing, and does nothing.
  await over.focus();
  expect(await over.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Wat kan er nog?' }).click();
  const dialog = page.getByRole('dialog', { name: 'Terugbetalen aan de koper' });
  await dialog.getByRole('heading', { name: 'De tijd om terug te betalen is voorbij' }).waitFor();
  const answer = await page.request.get(`${town.portalUrl}/v1/orders/${order}/refundable`);
  const { endsAt } = (await answer.json()) as Refundable;
  const since = new Date(endsAt!).toLocaleDateString('nl-NL', {
    ...{ timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'short', year: 'numeric' },
  });
  const text = await dialog.innerText();
  expect(text).toContain(`sinds ${since} niet meer terug`);
  expect(text).toContain('overboeking');
  expect(text).not.toContain('niets meer over');
  const buttons = await dialog.getByRole('button').allInnerTexts();
  expect(buttons.filter((word) => /betaal|vraag/i.test(word))).toEqual([]);
  expect(await dialog.locator('form input, form textarea').count()).toBe(0);
  expect(await findings(page)).toEqual([]);
});

it('lets somebody take what waits, find it back, and put it back', async () => {
  await page.goto(`${town.portalUrl}/tasks`);
  const row = page.locator('tbody tr').first();
  const what = await row.getByRole('rowheader').getByRole('link').innerText();
  await row.getByRole('button', { name: 'Pak op' }).click();
  await row.getByText(town.issued.agency.email).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.goto(`${town.portalUrl}/tasks?owner=me`);
  const mine = page.locator('tbody tr');
  await mine.first().waitFor();
  expect(await mine.getByRole('rowheader').getByRole('link').allInnerTexts()).toEqual([what]);
  await mine.getByRole('button', { name: 'Leg terug' }).click();
  await page.getByText('Geen taak past bij deze filters').waitFor();
});

it('lets somebody hand a task to a colleague, who finds it as theirs', async () => {
  const email = 'collega@bureau.example';
  const headers = { 'x-toonbank': '1', origin: town.portalUrl };
  const invited = await page.request.post(`${town.portalUrl}/v1/invitations`, {
    ...{ headers, data: { email, role: 'support' } },
  });
  const { url } = (await invited.json()) as { url: string };
  const theirs = await town.person();
  const accepted = await theirs.request.post(`${town.portalUrl}/v1/invitations/accept`, {
    ...{ headers, data: { token: url.split('#')[1], password: 'correct horse battery staple' } },
  });
  expect(accepted.ok()).toBe(true);
  await page.goto(`${town.portalUrl}/tasks`);
  const row = page.locator('tbody tr').first();
  const what = await row.getByRole('rowheader').getByRole('link').innerText();
  await row.getByRole('button', { name: 'Draag over' }).click();
  await row.getByRole('combobox').selectOption(email);
  expect(await findings(page)).toEqual([]);
  await row.getByRole('button', { name: 'Draag over' }).click();
  await row.getByText(email).waitFor();
  const colleague = await theirs.newPage();
  await colleague.goto(`${town.portalUrl}/tasks?owner=me`);
  const found = colleague.locator('tbody tr').getByRole('rowheader').getByRole('link');
  await found.first().waitFor();
  expect(await found.allInnerTexts()).toEqual([what]);
});
