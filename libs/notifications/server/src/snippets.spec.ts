import { execFile, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { OrderPage } from '@toonbank/orders/contract';
import { keyPlaceholders, snippets } from '@toonbank/shop/contract/snippets';
import { freePort } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SellingWebshop, StatusRoom } from './notifications.testing';

const run = promisify(execFile);

/** The shop calls us with curl, which some installations of PHP leave out. */
const isPhp = spawnSync('php', ['-r', 'exit(extension_loaded("curl") ? 0 : 1);']).status === 0;

let room: StatusRoom;
let shop: SellingWebshop;
let printed: ReturnType<typeof snippets>;
const folder = mkdtempSync(join(tmpdir(), 'toonbank-snippets-'));

beforeAll(async () => {
  room = await StatusRoom.open();
  shop = await room.webshop(await room.agency());
  const { apiKey, signingKey } = shop;
  const { webshopId } = shop.scope.place;
  printed = snippets({ apiUrl: room.publicUrl, webshopId, apiKey, signingKey });
});

afterAll(() => room.close());

/** Where the bank's page, and we behind it, send the shopper when the order has been paid. */
async function returnOf(bankPage: string): Promise<URL> {
  await room.bank.settle(shop.bank, 'paid');
  const page = await (await fetch(bankPage)).text();
  const address = /href="([^"]+\/r\/[^"]+)"/.exec(page)?.[1] ?? '';
  const toUs = await fetch(address.replaceAll('&amp;', '&'), { redirect: 'manual' });
  return new URL(toUs.headers.get('location')!);
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Started {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Starts a snippet as a shop of its own and buys there. */
async function sells(start: (port: number) => Started): Promise<void> {
  const port = await freePort();
  const { command, args, env } = start(port);
  const shopProcess = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'ignore' });
  try {
    const here = `http://127.0.0.1:${port}`;
    await expect
      .poll(() =>
        fetch(here).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(404);
    const sent = await fetch(`${here}/pay`, { redirect: 'manual' });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toContain(room.bank.url);
    const back = await returnOf(sent.headers.get('location')!);
    expect(await (await fetch(back)).text()).toMatch(/^TEST[0-9a-f]+ is COMPLETED$/);
    back.searchParams.set('status', 'CANCELLED');
    expect(await (await fetch(back)).text()).toBe('Not signed by Toonbank.');
  } finally {
    shopProcess.kill();
  }
}

describe('the snippet that a developer copies', () => {
  it('in Node is a shop: it announces, sends on to the bank, and believes only what is signed', async () => {
    const file = written('shop.mjs', printed.node);
    await sells((port) => ({ command: process.execPath, args: [file], env: { PORT: `${port}` } }));
  });

  it.skipIf(!isPhp)(`in PHP is the same shop (needs php with its curl)`, async () => {
    const file = written('shop.php', printed.php);
    await sells((port) => ({ command: 'php', args: ['-S', `127.0.0.1:${port}`, file], env: {} }));
  });

  it('in curl announces, computes the signature that the return carries, and asks', async () => {
    const file = written('shop.sh', printed.curl);
    const { stdout } = await run('sh', ['-e', file]);
    const [made, , asked] = stdout.trim().split('\n') as [string, string, string];
    const { redirectUrl, merchantOrderId } = JSON.parse(made) as Record<string, string>;
    expect(redirectUrl).toContain(room.bank.url);
    const { items } = JSON.parse(asked) as OrderPage;
    expect(items[0]).toMatchObject({ merchantOrderId, status: 'IN_PROGRESS' });

    const back = (await returnOf(redirectUrl!)).searchParams;
    const env = { ...process.env, ORDER_ID: back.get('order_id')!, STATUS: back.get('status')! };
    const again = await run('sh', ['-e', file], { env });
    expect(again.stdout.split('\n')[1]).toBe(back.get('signature'));
  });

  it('says where the keys go when they are not at hand', () => {
    const { webshopId } = shop.scope.place;
    for (const text of Object.values(snippets({ apiUrl: 'https://a.example', webshopId }))) {
      expect(text).toContain(keyPlaceholders.apiKey);
      expect(text).toContain(keyPlaceholders.signingKey);
    }
  });
});
