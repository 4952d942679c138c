import type { WebshopScope } from '@toonbank/platform/db';
import { Egress } from '@toonbank/platform/egress';
import { type Id, newId } from '@toonbank/primitives';
import { bankTime } from '@toonbank/smart-pay';
import { type BankWebshop, TestBank, TestClock, testConfig } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccessTokens } from './access-tokens';
import { BankCalls } from './bank-calls';
import { BankClient } from './bank-client';
import { BankRefunds } from './bank-refunds';
import { RefundCalls } from './refund-calls';

let bank: TestBank;
let webshop: BankWebshop;
let refunds: BankRefunds;
let client: BankClient;
let transactionId: Id;
let refreshToken: string;

const scope: WebshopScope = {
  agencyId: newId(),
  merchantId: newId(),
  place: { webshopId: newId(), environment: 'production' },
  actor: { kind: 'system', name: 'test' },
};
const asked = (changes: object = {}) => ({
  ...{ transactionId, requestId: newId(), amount: 500, description: 'Terug', vatCategory: null },
  ...changes,
});

beforeAll(async () => {
  bank = await TestBank.start();
  webshop = await bank.webshop('production');
  const bankUrls = { sandbox: bank.url, production: bank.url };
  const config = testConfig('postgres://nobody@127.0.0.1/none', { bankUrls });
  const egress = new Egress();
  const calls = new BankCalls(config, egress);
  const source = { refreshToken: async () => ({ version: 1, token: refreshToken }) };
  const tokens = new AccessTokens(source, calls, new TestClock(new Date()));
  client = new BankClient(tokens, calls);
  refunds = new BankRefunds(tokens, new RefundCalls(config, egress));
});

beforeEach(async () => {
  refreshToken = webshop.refreshToken;
  await bank.behave();
  const announced = await client.announce(scope, {
    timestamp: bankTime(new Date()),
    merchantOrderId: newId().replaceAll('-', '').slice(-20),
    amount: { currency: 'EUR', amount: '1250' },
    merchantReturnURL: 'https://shop.example/return',
  });
  if (announced.kind !== 'announced') throw new Error(announced.kind);
  await bank.settle(webshop, 'paid');
  transactionId = (await bank.payments()).at(-1)!.id;
});

afterAll(() => bank.stop());

describe('asking for a refund', () => {
  it('is taken, and told while it is under way', async () => {
    const taken = await refunds.request(scope, asked());
    expect(taken).toMatchObject({ kind: 'taken', refund: { status: 'PENDING', amount: 500 } });
    const { refundId } = (taken as { refund: { refundId: Id } }).refund;
    expect(await refunds.details(scope, transactionId, refundId)).toEqual({
      ...{ kind: 'told', told: { refundId, status: 'PENDING', amount: 500 } },
    });
    const { told } = (await refunds.refundable(scope, transactionId)) as {
      told: { amount: number; expiresAt: Date };
    };
    expect(told.amount).toBe(750);
    expect(told.expiresAt.getTime()).toBeGreaterThan(Date.now());
  });

  it.each([
    ['an answer that is lost after recording', 'lost-answer', undefined],
    ['a body that is cut off', 'reset', undefined],
    ['500 before recording', 'status', 500],
    ['500 after recording', 'status-after', 500],
    ['429', 'status', 429],
    ['a page instead of an answer', 'html', undefined],
  ])('is unknown after %s, and one refund when it is sent again', async (_what, kind, value) => {
    await bank.misbehave({ call: 'refund', kind, ...(value && { value }) });
    const once = asked();
    expect((await refunds.request(scope, once)).kind).toBe('unknown');
    expect((await refunds.request(scope, once)).kind).toBe('taken');
    const made = (await bank.refunds()).filter((known) => known.transactionId === transactionId);
    expect(made).toHaveLength(1);
  });

  it('is refused in the words of the bank', async () => {
    const above = await refunds.request(scope, asked({ amount: 1251 }));
    expect(above).toEqual({
      ...{ kind: 'refused', errorCode: 5901, text: 'MAXIMUM_REFUNDABLE_AMOUNT_EXCEEDED' },
    });
    const strange = await refunds.refundable(scope, newId());
    expect(strange).toMatchObject({ kind: 'refused', errorCode: 5903 });
  });

  it('renews an access token that the bank refuses, and asks again', async () => {
    await bank.misbehave({ call: 'refund', kind: 'status', value: 401 });
    expect((await refunds.request(scope, asked())).kind).toBe('taken');
    await bank.misbehave({ call: 'refund', kind: 'status', value: 401, times: 2 });
    expect((await refunds.request(scope, asked())).kind).toBe('keys-refused');
  });
});
