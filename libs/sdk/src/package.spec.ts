import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TestSystem } from '@toonbank/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'toonbank-sdk-'));
const shop = join(folder, 'shop');
let system: TestSystem;

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, {
    cwd: shop,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Packed as it would be published, and installed without a network, as a shop would. */
function install(): void {
  const built = join(folder, 'package');
  execFileSync(process.execPath, [join(root, 'tools/build/sdk.mjs'), built], { stdio: 'inherit' });
  mkdirSync(shop);
  writeFileSync(join(shop, 'package.json'), '{ "name": "shop", "private": true }');
  const [{ filename }] = JSON.parse(run('npm', 'pack', built, '--json')) as [{ filename: string }];
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', `./${filename}`);
}

beforeAll(async () => {
  install();
  system = await TestSystem.open();
}, 120_000);

afterAll(async () => {
  await system.close();
});

const sells = `
export async function sell(sdk, settings) {
  const toonbank = new sdk.Toonbank(settings);
  const order = { amount: { currency: 'EUR', amount: 1250 }, returnUrl: 'https://shop.example/thanks' };
  const merchantOrderId = settings.number;
  const made = await toonbank.createOrder({ ...order, merchantOrderId }, { idempotencyKey: merchantOrderId });
  const again = await toonbank.createOrder({ ...order, merchantOrderId }, { idempotencyKey: merchantOrderId });
  const found = await toonbank.getOrder(made.id);
  const refused = await toonbank.createOrder({ ...order, merchantOrderId: 'A-1' }).catch((error) => error);
  const bought = await toonbank.createOrder({ ...order, merchantOrderId }).catch((error) => error);
  return {
    sameOrder: made.id === again.id && made.redirectUrl === again.redirectUrl,
    redirectUrl: made.redirectUrl,
    found: [found.id === made.id, found.merchantOrderId, found.status],
    refused: [refused instanceof sdk.ProblemError, refused.code, refused.path, typeof refused.requestId],
    bought: [bought instanceof sdk.ProblemError, bought.status, bought.code],
  };
}`;

function settings(number: string): string {
  const { id, apiKey, signingKey } = system.issued.webshop;
  return JSON.stringify({ baseUrl: system.portalUrl, webshopId: id, apiKey, signingKey, number });
}

it('brings nothing along, and says what it is', () => {
  const at = join(shop, 'node_modules', '@toonbank', 'sdk');
  const manifest = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as object;
  expect(manifest).not.toHaveProperty('dependencies');
  expect(run('npm', 'ls', '--all', '--parseable').trim().split('\n')).toHaveLength(2);
  expect(readFileSync(join(at, 'index.d.ts'), 'utf8')).not.toContain('zod');
  expect(readFileSync(join(at, 'README.md'), 'utf8')).toContain('createOrder');
});

it.each([
  ['import', 'IMPORT1', 'mjs', `import * as sdk from '@toonbank/sdk';`],
  ['require', 'REQUIRE1', 'cjs', `const sdk = require('@toonbank/sdk');`],
])('sells through the real API from plain JavaScript by %s', (_how, number, kind, load) => {
  const asked = `sell(sdk, ${settings(number)}).then((it) => console.log(JSON.stringify(it)));`;
  const text = kind === 'cjs' ? sells.replace('export ', '') : sells;
  writeFileSync(join(shop, `sell.${kind}`), `${load}\n${text}\n${asked}`);
  const sold = JSON.parse(run(process.execPath, `sell.${kind}`)) as { redirectUrl: string };
  expect(sold).toEqual({
    sameOrder: true,
    redirectUrl: expect.stringContaining(system.bankUrl),
    found: [true, number, 'IN_PROGRESS'],
    refused: [true, 'bank-would-refuse', 'merchantOrderId', 'string'],
    bought: [true, 409, 'order-exists'],
  });
});

it('types a shop written in TypeScript, and refuses what the API would', () => {
  symlinkSync(join(root, 'node_modules', '@types'), join(shop, 'node_modules', '@types'));
  symlinkSync(
    join(root, 'node_modules', 'undici-types'),
    join(shop, 'node_modules', 'undici-types'),
  );
  const consumer = `
    import { type CreatedOrder, isEnd, ProblemError, Toonbank } from '@toonbank/sdk';
    const toonbank = new Toonbank({ baseUrl: '', apiKey: '', webshopId: '', fetch });
    export async function buy(): Promise<string | null> {
      const order: CreatedOrder = await toonbank.createOrder({
        merchantOrderId: 'A1',
        amount: { currency: 'EUR', amount: 1 },
        returnUrl: '',
        items: [{ name: 'x', quantity: 1, amount: { currency: 'EUR', amount: 1 }, category: 'DIGITAL' }],
      });
      if (isEnd(order.status)) return null;
      const { merchantOrderId, status } = toonbank.verifyReturn(new URL('https://shop.example'));
      const code: string = new ProblemError({} as never).code;
      return order.redirectUrl ?? merchantOrderId + status + code;
    }
    // @ts-expect-error a fraction of a cent is a number to TypeScript, but an amount needs a currency
    void toonbank.createOrder({ merchantOrderId: 'A1', amount: { amount: 1 }, returnUrl: '' });
    // @ts-expect-error nobody knows this status
    isEnd('PAID');
  `;
  for (const kind of ['mts', 'cts']) writeFileSync(join(shop, `consumer.${kind}`), consumer);
  const options = '--noEmit --strict --target es2022 --module nodenext --types node';
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  expect(run(tsc, ...options.split(' '), 'consumer.mts', 'consumer.cts')).toBe('');
});
