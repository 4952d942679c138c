import { freePort } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningBank, startBank } from './bank';

let bank: RunningBank;
let ports: { production: number; sandbox: number };
const tokens: Record<string, string> = {};

beforeAll(async () => {
  ports = { production: await freePort(), sandbox: await freePort() };
  bank = await startBank({ port: 0, ownPorts: ports, ledger: ':memory:', logLevel: 'silent' });
  const { id: merchantId } = await control('/merchants', { name: 'Demo' });
  for (const environment of ['production', 'sandbox']) {
    const webshop = await control('/webshops', { merchantId, name: 'demo.example', environment });
    tokens[environment] = webshop['refreshToken']!;
  }
});

afterAll(async () => {
  await bank.close();
});

async function control(path: string, body: object): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(`${bank.url}/control${path}`, request);
  return (await answer.json()) as Record<string, string>;
}

/** How each environment's token is answered there. */
async function refreshedAt(url: string): Promise<Record<string, number>> {
  const asked = Object.entries(tokens).map(async ([environment, token]) => {
    const headers = { authorization: `Bearer ${token}` };
    const { status } = await fetch(`${url}/omnikassa-api/gatekeeper/refresh`, { headers });
    return [environment, status] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}

describe('an address of one environment', () => {
  it.each([
    ['production', { production: 200, sandbox: 401 }],
    ['sandbox', { production: 401, sandbox: 200 }],
  ] as const)('of %s knows no keys of the other', async (environment, answers) => {
    const url = `http://127.0.0.1:${ports[environment]}`;
    expect(await refreshedAt(url)).toEqual(answers);
  });
});

describe('the address beside them', () => {
  it('knows the keys of both, for clients that are given one address', async () => {
    expect(await refreshedAt(bank.url)).toEqual({ production: 200, sandbox: 200 });
  });
});
