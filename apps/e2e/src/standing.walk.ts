import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings } from './axe';
import { Town } from './town';

let town: Town;

beforeAll(async () => {
  town = await Town.open();
});

afterAll(async () => {
  await town.close();
});

type Who = 'agency' | 'otherAgency' | 'merchant';

async function open(path: string, as: Who = 'agency', width = 1440): Promise<Page> {
  const context = await town.person({ width });
  await town.signIn(context, as);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(town.portalUrl + path);
  return page;
}

describe('an act that hands out power', () => {
  it('asks for the password in place, says when it is wrong, and goes on without loss', async () => {
    const page = await open('/team/invite');
    const email = 'later@uitgenodigd.example';
    await page.locator('form input[type=email]').fill(email);
    await page.locator('form select').selectOption('developer');
    await town.minutesPassSincePasswords(6);
    await page.locator('form button[type=submit]').click();

    const dialog = page.getByRole('dialog', { name: 'Ben jij het?' });
    const password = dialog.locator('input[type=password]');
    await password.waitFor();
    expect(await findings(page), 'the dialog').toEqual([]);
    await password.fill('not the password');
    await page.keyboard.press('Enter');
    await dialog.getByText('Dit wachtwoord klopt niet').waitFor();
    expect(await findings(page), 'the dialog, refused').toEqual([]);
    await password.fill(town.issued.agency.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const link = page.locator('tb-issued-secret .text');
    expect(await link.innerText()).toContain('/welcome#');

    await page.goto(`${town.portalUrl}/team`);
    await page.getByText(email).first().waitFor();
    expect(await page.getByText(email).count(), 'asked in once').toBe(1);
  });

  it('does nothing when it is let be, and what was typed is still there', async () => {
    const page = await open('/team/invite');
    const field = page.locator('form input[type=email]');
    await field.fill('never@uitgenodigd.example');
    await town.minutesPassSincePasswords(6);
    await page.locator('form button[type=submit]').click();
    const dialog = page.getByRole('dialog', { name: 'Ben jij het?' });
    await dialog.getByRole('button', { name: 'Laat staan' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('never@uitgenodigd.example');
    expect(await page.locator('tb-issued-secret').count()).toBe(0);
  });
});

describe('who does nothing for a long time', () => {
  async function idle(): Promise<{ page: Page; idleMs: number }> {
    const context = await town.person();
    await town.signIn(context, 'agency');
    const answer = await context.request.get(`${town.portalUrl}/v1/session`);
    const { idleSeconds } = (await answer.json()) as { idleSeconds: number };
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.clock.install();
    await page.goto(`${town.portalUrl}/merchants/new`);
    await page.locator('form input').first().fill('Demo Geduld');
    return { page, idleMs: idleSeconds * 1_000 };
  }
  const minute = 60_000;

  it('is warned before, and stays by one press', async () => {
    const { page, idleMs } = await idle();
    // The server counts by the minute, so the page warns three before the end, not two.
    await page.clock.runFor(idleMs - 2.5 * minute);
    await page.getByText('Je wordt zo uitgelogd').waitFor();
    expect(await findings(page), 'the warning').toEqual([]);
    await page.getByRole('button', { name: 'Blijf ingelogd' }).click();
    await page.getByText('Je wordt zo uitgelogd').waitFor({ state: 'detached' });
    expect(await page.locator('form input').first().inputValue()).toBe('Demo Geduld');
  });

  it('is asked for the password when it is over, and finds what was typed', async () => {
    const { page, idleMs } = await idle();
    await page.clock.runFor(idleMs);
    const dialog = page.getByRole('dialog', { name: 'Nog een keer inloggen' });
    await dialog.locator('input[type=password]').fill(town.issued.agency.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Maak ondernemer' }).click();
    await page.getByRole('heading', { level: 1, name: 'Demo Geduld' }).waitFor();
  });
});

it('lets a login of two agencies choose, and change its mind', async () => {
  const { agency, otherAgency } = town.issued;
  const owner = await open('/team/invite');
  await owner.locator('form input[type=email]').fill(otherAgency.email);
  await owner.locator('form select').selectOption('viewer');
  await owner.locator('form button[type=submit]').click();
  const link = await owner.locator('tb-issued-secret .text').innerText();
  const visitor = await (await town.person()).newPage();
  visitor.setDefaultTimeout(10_000);
  await visitor.goto(link);
  await visitor.getByText('Je hebt al een login bij Toonbank').waitFor();
  await visitor.locator('input[type=password]').fill(otherAgency.password);
  await visitor.locator('form button[type=submit]').click();
  await visitor.locator('tb-account-menu').waitFor();

  const page = await (await town.person()).newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${town.portalUrl}/production/orders?status=COMPLETED`);
  await page.locator('#email').fill(otherAgency.email);
  await page.locator('#password').fill(otherAgency.password);
  await page.locator('button[type=submit]').click();
  await page.getByRole('heading', { name: 'Voor wie werk je?' }).waitFor();
  expect(await findings(page), 'choosing').toEqual([]);
  await page.getByRole('button', { name: 'Demo Bureau Twee' }).click();
  await page.waitForURL(/orders\?status=COMPLETED/);
  await page.locator('tr[data-order]').first().waitFor();
  expect(await page.content()).not.toContain('demo-kaas');

  await page.getByRole('button', { name: /account/i }).click();
  await page.locator('#tb-account a[href*=choose]').click();
  await page.getByRole('button', { name: 'Demo Bureau Een' }).click();
  await page.waitForURL(/production\/overview/);
  await page.getByText('demo-kaas.example').first().waitFor();
  expect(await page.getByRole('link', { name: 'Team en rechten' }).count(), 'a viewer').toBe(0);
  expect(agency.email).not.toBe(otherAgency.email);
});

it("lets a merchant's owner ask somebody in who then sees that merchant alone", async () => {
  const page = await open('/team', 'merchant', 360);
  await page.locator('tr[data-member]').first().waitFor();
  expect(await findings(page), 'the team of a merchant').toEqual([]);
  expect(await page.getByRole('link', { name: 'Bureau', exact: true }).count()).toBe(0);
  await page.getByRole('link', { name: 'Nodig iemand uit' }).click();
  await page.locator('form input[type=email]').fill('hulp@demo-kaas.example');
  const roles = page.locator('form select option');
  expect(await roles.allInnerTexts()).toEqual(['Eigenaar', 'Meekijker']);
  await page.locator('form select').selectOption('viewer');
  await page.locator('form button[type=submit]').click();
  const link = await page.locator('tb-issued-secret .text').innerText();
  expect(await findings(page), 'the link').toEqual([]);

  const visitor = await (await town.person({ width: 360 })).newPage();
  visitor.setDefaultTimeout(10_000);
  await visitor.goto(link);
  await visitor.locator('input[type=password]').fill('correct horse battery staple');
  await visitor.locator('form button[type=submit]').click();
  await visitor.locator('tr[data-order]').first().waitFor();
  expect(await visitor.content()).not.toContain('demo-fiets');
  expect(await visitor.getByRole('link', { name: 'Team en rechten' }).count()).toBe(0);
  await visitor.goto(`${town.portalUrl}/team`);
  await visitor.getByRole('heading', { name: 'Dit is niet voor jou' }).waitFor();

  await page.goto(`${town.portalUrl}/team`);
  await page.locator('tr[data-member="hulp@demo-kaas.example"] th a').click();
  await page.getByRole('button', { name: 'Haal uit het team' }).click();
  await page.getByRole('button', { name: /Haal hulp@demo-kaas.example eruit/ }).click();
  await page.locator('tr[data-member="hulp@demo-kaas.example"]').waitFor({ state: 'detached' });
});
