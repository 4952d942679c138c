import type { KeyRotation } from '@toonbank/keys/contract';
import type { BankWebshop } from '@toonbank/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './axe';
import {
  newKeysAtTheBank,
  payEverything,
  registerAtTheBank,
  repeatPings,
  webshopAtTheBank,
} from './bank-desk';
import { Town } from './town';

let town: Town;
let page: Page;
let atTheBank: BankWebshop;

beforeAll(async () => {
  town = await Town.open();
  const context = await town.person();
  await town.signIn(context, 'agency');
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await repeatPings(town.bankUrl, 1_000);
  atTheBank = await webshopAtTheBank(town.bankUrl, town.issued.webshop.poiId);
});

afterAll(() => town.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const state = (word: string) => page.locator('h1 tb-status-chip', { hasText: word }).waitFor();

/** A shop that sells as fast as it is paid, until it is told to stop; answers its orders. */
function sellMeanwhile(prefix: string): () => Promise<string[]> {
  const ids: string[] = [];
  let isOpen = true;
  const sell = async () => {
    while (isOpen) {
      ids.push((await town.announce(`${prefix}${ids.length + 1}`, 1_250)).id);
      await payEverything(town.bankUrl, atTheBank);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };
  const selling = sell();
  return async () => {
    isOpen = false;
    await selling;
    return ids;
  };
}

async function allArePaid(ids: readonly string[]): Promise<void> {
  expect(ids.length).toBeGreaterThan(0);
  const statuses = () => Promise.all(ids.map((id) => town.status(id)));
  const paid = ids.map(() => 'COMPLETED');
  await expect.poll(statuses, { timeout: 60_000, interval: 500 }).toEqual(paid);
}

async function begin(signingKey: string, refreshToken: string): Promise<void> {
  await page.goto(`${town.portalUrl}/sandbox/webshops/${town.issued.webshop.id}`);
  await page.getByRole('link', { name: 'Sleutels vernieuwen' }).click();
  await page.getByLabel('Signing Key').fill(signingKey);
  await page.getByLabel('Refresh Token').fill(refreshToken);
  await button('Zet klaar').click();
}

/** A colleague who only looks at a page of a renewal: what they see comes by itself. */
async function watching(url: string) {
  const watcher = await page.context().newPage();
  watcher.setDefaultTimeout(30_000);
  const asked: string[] = [];
  watcher.on('request', (request) => void asked.push(request.url()));
  const reads = () => asked.filter((one) => one.includes('/v1/key-rotations/')).length;
  await watcher.goto(url);
  return {
    sees: (word: string) =>
      watcher.locator('h1 tb-status-chip', { hasText: word }).waitFor({ timeout: 15_000 }),
    /** To another page of the same portal, where nothing of the renewal is read any more. */
    async leaves() {
      await watcher.locator('tb-old-pair dd b', { hasText: /[1-9]/ }).waitFor();
      await watcher.getByRole('link', { name: 'Sleutels', exact: true }).first().click();
      await watcher.locator('tbody tr').first().waitFor();
      const before = reads();
      expect(before).toBeGreaterThan(2);
      await watcher.waitForTimeout(6_000);
      expect(reads()).toBe(before);
      await watcher.close();
    },
  };
}

it('renews keys while the shop sells, there and back, and loses no status', async () => {
  const stop = sellMeanwhile('RA');
  const fresh = await newKeysAtTheBank(town.bankUrl, atTheBank, 'overlap');
  await begin(fresh.refreshToken, fresh.signingKey);
  await page.getByText('De lange is de Refresh Token, de korte de Signing Key').waitFor();
  await button('Wissel om').click();
  await state('Klaargezet');
  expect(await findings(page)).toEqual([]);
  await button('Controleer bij de bank').click();
  await state('Beide geldig');
  await button('Neem versie 2 in gebruik').click();
  await state('In gebruik');
  const colleague = await watching(page.url());
  await colleague.sees('In gebruik');
  await button('Draai terug naar versie 1').click();
  await state('Beide geldig');
  await colleague.sees('Beide geldig');
  await button('Neem versie 2 in gebruik').click();
  await state('In gebruik');
  await colleague.sees('In gebruik');
  await colleague.leaves();
  await page.getByText('Geen verkeer sinds').waitFor();
  await allArePaid(await stop());
  await button('Vernietig versie 1 nu al').click();
  await page.getByText('worden vanaf nu geweigerd').waitFor();
  expect(await findings(page)).toEqual([]);
  await button('Vernietig toch').click();
  await state('Vernieuwd');
  await button('Als tabel').click();
  expect(await findings(page)).toEqual([]);
}, 180_000);

it('loses no status either when the bank replaces the keys at once', async () => {
  const stop = sellMeanwhile('RB');
  const before = await stop();
  const open = await town.announce('RBlast', 2_500);
  const fresh = await newKeysAtTheBank(town.bankUrl, atTheBank, 'at-once');
  await payEverything(town.bankUrl, atTheBank);
  await begin('', fresh.refreshToken);
  await state('Klaargezet');
  await button('Breek af').click();
  await button('Breek de vernieuwing af').click();
  await state('Afgebroken');
  await begin(fresh.signingKey, fresh.refreshToken);
  await state('Klaargezet');
  await button('Controleer bij de bank').click();
  await button('Neem versie 4 in gebruik').click();
  await state('In gebruik');
  await allArePaid([...before, open.id]);
}, 180_000);

it('says that keys are renewed already, and that a renewal that ended goes no further', async () => {
  const { webshop } = town.issued;
  await page.goto(`${town.portalUrl}/sandbox/webshops/${webshop.id}/keys/renew`);
  await page.getByRole('link', { name: 'Naar de vernieuwing' }).click();
  await state('In gebruik');
  const path = '/v1/key-rotations?environment=sandbox';
  const answer = await page.request.get(town.portalUrl + path);
  const { items } = (await answer.json()) as { items: KeyRotation[] };
  expect(items.map(({ state: found }) => found)).toEqual(['cut-over', 'abandoned', 'retired']);
  await page.goto(`${town.portalUrl}/sandbox/keys/rotations/${items.at(-1)!.id}`);
  await state('Vernieuwd');
  expect(await page.getByRole('button', { name: /versie/ }).count()).toBe(0);
}, 60_000);

it('plans the renewal of those that expire soon, stops, goes on, and is done', async () => {
  await page.goto(`${town.portalUrl}/production/keys`);
  await page.getByRole('link', { name: 'Veel tegelijk' }).click();
  await page.getByLabel('Webwinkels waarvan de sleutels verlopen').selectOption('within-60');
  await button('Plan').click();
  await state('Gepland');
  await page
    .getByRole('row', { name: /demo-boek\.example/ })
    .getByText('Wacht op sleutels')
    .waitFor();
  await button('Start').click();
  await state('Bezig');
  await button('Stop').click();
  await state('Stilgezet');
  const shop = await webshopAtTheBank(town.bankUrl, 'demo-boek.example');
  const { signingKey, refreshToken } = await newKeysAtTheBank(town.bankUrl, shop, 'overlap');
  const lines = [`elders.example;${signingKey}`, `demo-boek.example;${refreshToken};${signingKey}`];
  await page.getByLabel('Een webwinkel per regel').fill(lines.join('\n'));
  await button('Voer in').click();
  await page.getByText('wacht niet op sleutels: regel 1').waitFor();
  await page.getByText('Ingevoerd', { exact: true }).waitFor();
  // Keys that were taken lie in no field any more; what was not taken can be mended.
  const field = page.getByLabel('Een webwinkel per regel');
  await expect.poll(() => field.inputValue()).toBe(lines[0]);
  expect(await findings(page)).toEqual([]);
  await button('Ga verder').click();
  await page.getByText('Klaar: 1 van 1').waitFor();
  await page
    .getByRole('row', { name: /demo-boek\.example/ })
    .getByText('In gebruik')
    .waitFor();
  await button('Vernietig oude zodra veilig').click();
  await button('Vernietig zodra veilig').click();
  await page.getByText('Oude paren die worden vernietigd zodra dat veilig is: 1').waitFor();
  expect(await findings(page)).toEqual([]);
}, 120_000);

it('plans the renewal of webshops that were chosen by hand, also after a reload', async () => {
  await page.goto(`${town.portalUrl}/production/keys?expires=unknown`);
  await page
    .getByRole('row', { name: /demo-boek-reis\.example/ })
    .getByText('onbekend')
    .waitFor();
  await page.goto(`${town.portalUrl}/production/keys`);
  await page.getByRole('checkbox', { name: 'Kies demo-boek-reis.example' }).focus();
  await page.keyboard.press('Space');
  await page.getByText('1 webwinkel gekozen').first().waitFor();
  const all = page.getByRole('checkbox', { name: 'Kies alles wat hier staat' });
  expect(await all.evaluate((box) => (box as HTMLInputElement).indeterminate)).toBe(true);
  await all.check();
  const count = (checked: boolean) => page.getByRole('checkbox', { checked }).count();
  await expect.poll(() => count(false)).toBe(0);
  await all.uncheck();
  await expect.poll(() => count(true)).toBe(0);
  await page.locator('tb-choice-bar').waitFor({ state: 'detached' });
  for (const kind of ['reis', 'kind']) {
    await page.getByRole('checkbox', { name: `Kies demo-boek-${kind}.example` }).check();
  }
  expect(await findings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Vernieuw deze' }).click();
  await page.getByText('Gekozen webwinkels: 2').waitFor();
  await page.reload();
  await page.getByText('demo-boek-reis.example, demo-boek-kind.example').waitFor();
  expect(await findings(page)).toEqual([]);
  await button('Plan').click();
  await state('Gepland');
  for (const kind of ['reis', 'kind']) {
    await page.getByRole('row', { name: new RegExp(`demo-boek-${kind}`) }).waitFor();
  }
  expect(await page.locator('tb-batch-items tbody tr').count()).toBe(2);
}, 60_000);

it('says of keys of the sandbox that they are, and no more of it once the renewal is broken off', async () => {
  const wrong = await registerAtTheBank(town.bankUrl, {
    merchant: 'Elders',
    url: 'elders.example',
  });
  await page.goto(`${town.portalUrl}/production/webshops`);
  await page.getByRole('link', { name: 'demo-tuin.example' }).click();
  await page.getByRole('link', { name: 'Sleutels vernieuwen' }).click();
  await page.getByLabel('Signing Key').fill(wrong.signingKey);
  await page.getByLabel('Refresh Token').fill(wrong.refreshToken);
  await button('Zet klaar').click();
  await state('Klaargezet');
  await button('Controleer bij de bank').click();
  const said = page.getByText('Deze Refresh Token hoort bij de andere omgeving');
  await said.waitFor();
  expect(await findings(page)).toEqual([]);
  await button('Breek af').click();
  await page.locator('.dialog').getByRole('button', { name: 'Breek de vernieuwing af' }).click();
  await state('Afgebroken');
  expect(await said.count()).toBe(0);
}, 60_000);
