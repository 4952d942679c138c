import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cached } from './build.ts';
import { type Demo, devJson } from './dev-json.ts';
import { troubleIn } from './follow.ts';
import { diskTrouble, House } from './house.ts';
import { environment } from './programs.ts';
import { Progress } from './progress.ts';
import { movedTo } from './webhooks.ts';
import { orderLine, welcome } from './welcome.ts';

const it_ = {
  root: '/nowhere',
  addresses: {
    portal: 'http://localhost:4201',
    bank: 'http://127.0.0.1:4300',
    bankProduction: 'http://127.0.0.1:4310',
    bankSandbox: 'http://127.0.0.1:4320',
    shop: 'http://127.0.0.1:4400',
    worker: 'http://127.0.0.1:9',
    exports: 'http://127.0.0.1:9',
  },
  databaseUrl: 'postgres://d',
  redisUrl: 'redis://r',
};
const demo: Demo = {
  agency: { email: 'a@x', password: 'pa' },
  otherAgency: { email: 'b@x', password: 'pb' },
  merchant: { email: 'm@x', password: 'pm' },
  webshop: { id: 'w', poiId: '1', environment: 'sandbox', apiKey: 'tb_test_x', signingKey: 's' },
  bank: { refreshToken: 'rt', signingKey: 'sk' },
};

describe('dev.json', () => {
  it('holds the addresses and everything that the demo issued', () => {
    expect(devJson(it_, demo)).toEqual({
      portalUrl: 'http://localhost:4201',
      apiUrl: 'http://localhost:4201',
      bankUrl: 'http://127.0.0.1:4300',
      demoShopUrl: 'http://127.0.0.1:4400',
      databaseUrl: 'postgres://d',
      redisUrl: 'redis://r',
      agency: { email: 'a@x', password: 'pa', totpSecret: null },
      otherAgency: { email: 'b@x', password: 'pb' },
      merchant: { email: 'm@x', password: 'pm' },
      webshop: demo.webshop,
      gateway: null,
      bank: demo.bank,
    });
  });

  it('is null where there is no demo', () => {
    const dev = devJson(it_, undefined);
    const { agency, otherAgency, merchant, webshop, bank, demoShopUrl } = dev;
    expect([agency, otherAgency, merchant, webshop, bank, demoShopUrl]).toEqual(
      Array(6).fill(null),
    );
    expect(welcome(dev)).toMatch(/npm run agency:create/);
    expect(welcome(dev)).not.toMatch(/Demo shop/);
  });
});

describe('the programs are told', () => {
  it('that each environment is at an address of its own of the emulated bank', () => {
    const told = environment(it_, {});
    expect([told['BANK_URL_PRODUCTION'], told['BANK_URL_SANDBOX']]).toEqual([
      it_.addresses.bankProduction,
      it_.addresses.bankSandbox,
    ]);
  });

  it('the real bank when a person says so, and the ports that were free whatever is said', () => {
    const told = environment(it_, { BANK_URL_SANDBOX: 'https://bank', PORT: '4200' });
    expect(told).toMatchObject({
      BANK_URL_SANDBOX: 'https://bank',
      PORT: '4201',
      DATABASE_URL: 'postgres://d',
    });
  });
});

it('prints an order as one line that a shell takes as it stands', () => {
  const line = orderLine('http://localhost:4200', { id: 'w', apiKey: 'k' }, 'demo1');
  expect(line).not.toContain('\n');
  const body = /-d '([^']+)'/.exec(line)?.[1] ?? '';
  expect(JSON.parse(body)).toEqual({
    merchantOrderId: 'demo1',
    amount: { currency: 'EUR', amount: 1250 },
    returnUrl: 'http://localhost:4200/',
  });
});

describe('a log line', () => {
  it.each([
    ['of level info is for the file', '{"level":30,"msg":"hello"}', undefined],
    [
      'of level error is shown',
      '{"level":50,"msg":"no bank","err":{"message":"ECONNREFUSED"}}',
      'no bank: ECONNREFUSED',
    ],
    ['that is no JSON is a crash, and shown', 'Error: boom', 'Error: boom'],
    ['that is empty is nothing', '  ', undefined],
  ])('%s', (_, line, shown) => {
    expect(troubleIn(line)).toBe(shown);
  });
});

it.each([
  ['  Cache:             3/3 hit (100%)', 'nothing had changed'],
  ['  Cache:             1/3 hit (33%)', '2 of 3 anew'],
  ['something new', 'done'],
])('reads from "%s" that the build was: %s', (output, said) => {
  expect(cached(output)).toBe(said);
});

describe('an address that the emulated bank pings', () => {
  it.each([
    ['moves with the port', 'http://localhost:4200/in/k', 'http://localhost:4201/in/k'],
    ['stays when it is right', 'http://localhost:4201/in/k', undefined],
    ['stays when it is somebody else', 'http://127.0.0.1:9/hook', undefined],
    ['may be missing', null, undefined],
  ])('%s', (_, before, after) => {
    expect(movedTo(before, 'http://localhost:4201')).toBe(after);
  });
});

it('asks for room on the disk before it begins', () => {
  expect(diskTrouble(41.9, '/d')?.message).toMatch(/Only 41 MB are free.*holds \/d.*free some/);
  expect(diskTrouble(300, '/d')).toBeUndefined();
});

it('refuses a second start of the same checkout, naming the first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toonbank-spec-'));
  const first = await House.open(folder, new Progress());
  await expect(House.open(folder, new Progress())).rejects.toThrow(
    `already runs from this folder (process ${process.pid}): stop it`,
  );
  await first.stop();
  await (await House.open(folder, new Progress())).stop();
  rmSync(folder, { recursive: true });
});

it('stops a child that was started while everything was being stopped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toonbank-spec-'));
  const house = await House.open(folder, new Progress());
  const late = () =>
    house.start({ name: 'x', command: 'sleep', args: ['60'], log: join(folder, 'x.log') });
  const first = late();
  const stopped = house.stop();
  const second = late();
  await stopped;
  expect([first.hasEnded, second.hasEnded]).toEqual([true, true]);
  rmSync(folder, { recursive: true });
});
