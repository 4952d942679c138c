import type { WebshopScope } from '@toonbank/platform/db';
import { newId } from '@toonbank/primitives';
import { TestClock } from '@toonbank/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccessTokens, freshMs } from './access-tokens';
import { bankAddress } from './bank-address';
import type { BankCalls } from './bank-calls';
import type { RefreshOutcome } from './outcomes';
import type { TokenSource } from './token-source';

const lifeMs = 3_600_000;
const scope: WebshopScope = {
  agencyId: newId(),
  merchantId: newId(),
  place: { webshopId: newId(), environment: 'sandbox' },
  actor: { kind: 'system', name: 'test' },
};

/** The bank's refresh, counted; answers after a moment, as a network does. */
class CountedCalls {
  count = 0;
  outcome: (nth: number) => RefreshOutcome = (nth) => ({
    kind: 'token',
    accessToken: `token ${nth}`,
    lifeMs,
  });

  async refresh(): Promise<RefreshOutcome> {
    const nth = ++this.count;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return this.outcome(nth);
  }
}

let clock: TestClock;
let calls: CountedCalls;
let version: number;
let tokens: AccessTokens;

beforeEach(() => {
  clock = new TestClock();
  calls = new CountedCalls();
  version = 1;
  const source: TokenSource = { refreshToken: async () => ({ version, token: 'refresh' }) };
  tokens = new AccessTokens(source, calls as unknown as BankCalls, clock);
});

const token = async () => {
  const outcome = await tokens.get(scope);
  return outcome.kind === 'token' ? outcome.accessToken : outcome.kind;
};

describe('the access token of a webshop', () => {
  it('is fetched once, however many ask at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, token));
    expect(new Set(all)).toEqual(new Set(['token 1']));
    expect(calls.count).toBe(1);
  });

  it('is kept until less than 5 % of its life is left, then renewed', async () => {
    await token();
    clock.advance({ ms: lifeMs * 0.94 });
    expect(await token()).toBe('token 1');
    clock.advance({ ms: lifeMs * 0.02 });
    expect(await token()).toBe('token 2');
  });

  it('is fetched anew after the bank refused it, and under a new pair of keys', async () => {
    await token();
    tokens.drop(scope);
    expect(await token()).toBe('token 2');
    version = 2;
    expect(await token()).toBe('token 3');
  });

  it('is not kept when the bank gave none: the next one asks again', async () => {
    calls.outcome = (nth) =>
      nth === 1
        ? { kind: 'no-answer', reason: 'test' }
        : { kind: 'token', accessToken: 'ok', lifeMs };
    expect(await token()).toBe('no-answer');
    expect(await token()).toBe('ok');
  });

  it.each([
    [3_600_000, 3_420_000],
    [600_000, 540_000],
    [60_000, 30_000],
  ])('that lives %d ms is handed out for %d ms', (life, fresh) => {
    expect(freshMs(life)).toBe(fresh);
  });
});

describe('the address of a call', () => {
  it.each([
    ['https://api.pay.rabobank.nl', 'https://api.pay.rabobank.nl/omnikassa-api/x'],
    ['https://api.pay.rabobank.nl/', 'https://api.pay.rabobank.nl/omnikassa-api/x'],
    [
      'https://betalen.rabobank.nl/omnikassa-api-sandbox/',
      'https://betalen.rabobank.nl/omnikassa-api-sandbox/x',
    ],
  ])('below %s never holds the infix twice', (base, address) => {
    expect(bankAddress(base, 'x')).toBe(address);
  });
});
