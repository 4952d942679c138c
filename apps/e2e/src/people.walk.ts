import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './axe';
import { Town } from './town';

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});

afterAll(async () => {
  await town.close();
});

const password = 'correct horse battery staple';

async function signIn(page: Page, email: string, word: string): Promise<void> {
  await page.goto(`${town.portalUrl}/sign-in`);
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(word);
  await page.locator('button[type=submit]').click();
  await page.locator('tb-account-menu').waitFor();
}

async function owner(): Promise<Page> {
  const page = await (await town.person()).newPage();
  await signIn(page, town.issued.agency.email, town.issued.agency.password);
  return page;
}

/** Asks somebody in, and reads the link that is told once. */
async function invite(page: Page, email: string): Promise<string> {
  await page.goto(`${town.portalUrl}/team/invite`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('select').selectOption('developer');
  await page.locator('form button[type=submit]').click();
  return page.locator('tb-issued-secret .text').innerText();
}

it('lets somebody in by a link, in a second window, until they are taken out', async () => {
  const page = await owner();
  const email = 'ines@uitgenodigd.example';
  const link = await invite(page, email);
  expect(await findings(page), 'the link').toEqual([]);

  const visitor = await (await town.person({ width: 360 })).newPage();
  await visitor.goto(link);
  await visitor.locator('input[type=password]').fill('short');
  await visitor.locator('form button[type=submit]').click();
  await visitor.locator('.err').waitFor();
  expect(await findings(visitor), 'welcome').toEqual([]);
  expect(visitor.url(), 'the token stays in no history').not.toContain('#');
  await visitor.reload();
  await visitor.getByText('Open hem opnieuw uit je mail').waitFor();
  expect(await findings(visitor), 'no link in the address').toEqual([]);
  await visitor.evaluate((again) => (location.href = again), link);
  await visitor.locator('input[type=password]').waitFor();
  await expect.poll(() => visitor.url()).not.toContain('#');
  await visitor.locator('input[type=password]').fill(password);
  await visitor.locator('form button[type=submit]').click();
  await visitor.locator('tb-account-menu').waitFor();

  await page.goto(`${town.portalUrl}/team`);
  await page.locator(`tr[data-member="${email}"] th a`).click();
  await page.locator('tb-member-acts select').selectOption('support');
  await page.locator('tb-member-acts button[type=submit]').click();
  await page.locator(`tr[data-member="${email}"]`).getByText('Ondersteuning').waitFor();
  expect(await findings(page), 'the team').toEqual([]);

  await page.locator('tb-member-acts .btn.bad').click();
  await page.locator('.dialog .btn.bad').click();
  await page.locator(`tr[data-member="${email}"]`).waitFor({ state: 'detached' });
  await visitor.goto(`${town.portalUrl}/account`);
  await visitor.getByText('Je hoort nergens meer bij').waitFor();
});

/** The newest mail that somebody got; waits until there is one. */
async function mailTo(email: string): Promise<ParsedMail> {
  let found: ParsedMail | undefined;
  await expect
    .poll(async () => {
      const files = existsSync(town.outbox) ? readdirSync(town.outbox) : [];
      const mails = files
        .filter((name) => name.endsWith('.eml'))
        .sort()
        .map((name) => simpleParser(readFileSync(join(town.outbox, name))));
      found = (await Promise.all(mails)).findLast(({ to }) => JSON.stringify(to).includes(email));
      return found;
    })
    .toBeDefined();
  return found!;
}

it('mails who lost their password a link, in the language they read', async () => {
  const { email, password: old } = town.issued.otherAgency;
  const page = await (await town.person({ locale: 'en-GB', width: 360 })).newPage();
  await page.goto(`${town.portalUrl}/sign-in`);
  await page.getByRole('link', { name: 'Lost your password?' }).click();
  await page.locator('input[type=email]').fill('no address');
  await page.locator('form button[type=submit]').click();
  await page.locator('.err').waitFor();
  await page.locator('input[type=email]').fill(email);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { name: 'Look in your mail' }).waitFor();
  expect(await findings(page), 'asked').toEqual([]);

  const mail = await mailTo(email);
  expect(mail.subject).toBe('Choose a new password for Toonbank');
  await page.goto(/http\S+#\S+/.exec(mail.text!)![0]);
  await page.locator('input[type=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL(/sign-in/);
  await signIn(page, email, password);
  const stale = await page.request.post(`${town.portalUrl}/v1/session`, {
    data: { email, password: old },
    headers: { 'x-toonbank': '1', origin: town.portalUrl },
  });
  expect(stale.status()).toBe(401);
});

it('gives who lost their password another by a link', async () => {
  const page = await owner();
  const email = 'kwijt@uitgenodigd.example';
  const link = await invite(page, email);
  const visitor = await (await town.person()).newPage();
  await visitor.goto(link);
  await visitor.locator('input[type=password]').fill(password);
  await visitor.locator('form button[type=submit]').click();
  await visitor.locator('tb-account-menu').waitFor();

  await page.goto(`${town.portalUrl}/team`);
  await page.locator(`tr[data-member="${email}"] th a`).click();
  await page.getByRole('button', { name: 'Maak een reset-link' }).click();
  const reset = await page.locator('tb-issued-secret .text').innerText();
  const other = await (await town.person()).newPage();
  await other.goto(reset);
  await other.locator('input[type=password]').fill(`${password} again`);
  await other.locator('form button[type=submit]').click();
  await other.locator('#password').waitFor();
  await signIn(other, email, `${password} again`);
});

it('shows where one is signed in, and ends a session under the hands of who has it', async () => {
  const [page, elsewhere] = [await owner(), await owner()];
  await page.goto(`${town.portalUrl}/account`);
  await page.locator('tb-own-sessions table').waitFor();
  expect(await findings(page), 'the account').toEqual([]);
  await page.getByRole('button', { name: 'Beëindig alle andere' }).click();
  await page.getByText('Alle andere sessies zijn beëindigd.').waitFor();

  // The page stays where it is: the password is asked in place, and what was asked for comes then.
  await elsewhere.locator('a[href="/team"]').first().click();
  await elsewhere.locator('tb-proof-dialog input[type=password]').fill(town.issued.agency.password);
  await elsewhere.locator('tb-proof-dialog button[type=submit]').click();
  await elsewhere.locator('tr[data-member]').first().waitFor();
});

it("shows a merchant the agency's colour and logo, on a phone", async () => {
  const page = await owner();
  await page.goto(`${town.portalUrl}/settings/agency`);
  const colour = page.locator('.colour input.inp');
  await colour.fill('orange');
  await page.locator('form button[type=submit]').click();
  await page.locator('.err').waitFor();
  expect(await colour.inputValue(), 'what was typed').toBe('orange');
  await colour.fill('#ffcc00');
  await page.locator('tb-house-preview').getByText('zwart').waitFor();
  await page.locator('form button[type=submit]').click();
  await page.getByText('De instellingen zijn bewaard.').waitFor();

  const background = { r: 20, g: 80, b: 160 };
  const png = sharp({ create: { width: 120, height: 40, channels: 3, background } }).png();
  const logo = { name: 'logo.png', mimeType: 'image/png' };
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles({ ...logo, buffer: Buffer.from('this is no picture') });
  await page.getByText('Dit logo kan niet worden gebruikt').waitFor();
  await choose.setInputFiles({ ...logo, buffer: await png.toBuffer() });
  await page.locator('tb-house-preview img').waitFor();
  expect(await findings(page), 'the settings').toEqual([]);

  const context = await town.person({ width: 360 });
  await town.signIn(context, 'merchant');
  const visitor = await context.newPage();
  await visitor.goto(`${town.portalUrl}/production/orders`);
  const shown = visitor.locator('tb-house-mark img');
  await expect.poll(() => shown.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(120);
  expect(
    await visitor.evaluate(() => document.documentElement.style.getPropertyValue('--house')),
  ).toBe('#ffcc00');
  expect(await findings(visitor), "the merchant's page").toEqual([]);
});
