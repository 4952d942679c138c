import type { MethodContracts, WebshopMethods } from '@toonbank/payment-methods/contract';
import type { Scope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { type TestCaller, type TestProcess, waitsOf } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MethodsRoom, type Stall } from './payment-methods.testing';

/** As long as a dead worker keeps others from asking about a webshop. */
const heldMs = 60_000;

let room: MethodsRoom;
let api: TestProcess;
let scope: Scope;
let staff: TestCaller;
let stall: Stall;
let contractId: Id;

beforeAll(async () => {
  room = await MethodsRoom.open(new Date(), { whole: true });
  api = await room.process({ app: 'api' });
});

beforeEach(async () => {
  itIs(Date.now());
  scope = await room.agency();
  staff = await room.staff(scope, 'owner');
  stall = await room.stall(scope);
  // The worker that dies is the whole one: it takes the bank's token from the room of keys.
  const path = stall.path.replace('payment-methods', 'keys/bank');
  const { signingKey, refreshToken } = stall.bank;
  const entered = await staff.askAt(api, 'PUT', path, { signingKey, refreshToken });
  expect(entered.status).toBe(200);
  contractId = (await room.request(staff, stall.merchantId, 'IDEAL')).body.id;
  await room.step(staff, contractId, 'signed');
});

afterAll(() => room.close());

const itIs = (millis: number) => room.clock.advance({ ms: millis - room.clock.millis() });

/** What is known of the webshop's brands, and what it proved of the merchant's methods. */
async function known() {
  const { body } = await staff.get<WebshopMethods>(stall.path);
  const list = `/v1/merchants/${stall.merchantId}/method-contracts`;
  const { items } = (await staff.get<MethodContracts>(list)).body;
  const { steps } = await room.contract(staff, contractId);
  const waits = await waitsOf(room.test.app, scope);
  return {
    toldAt: body.toldAt,
    words: body.items.flatMap(({ brand, actual }) => (actual === null ? [] : [brand])),
    methods: items.map(({ brand, state }) => `${brand} ${state}`),
    steps: steps.map(({ step }) => step),
    waits: waits.map(({ kind }) => kind),
  };
}

describe('kill -9 of the worker', () => {
  it.each([
    ['before the bank is asked for brands', 'brands-call.before'],
    ['after the bank told them', 'brands-call.after'],
    ['with what the bank told not committed', 'brands-call.put'],
  ])('%s: nothing is known, and another asks when its time is over', async (_when, failpoint) => {
    const before = await known();
    expect(before).toMatchObject({ toldAt: null, words: [], methods: ['IDEAL SIGNED'] });
    const worker = await room.process({ app: 'worker', failpoint });
    expect(await worker.ended()).toBe('SIGKILL');
    expect(await known()).toEqual(before);
    itIs(Date.now());
    expect(await room.look()).toBe(0);
    itIs(Date.now() + heldMs);
    expect(await room.look()).toBe(1);
    const after = await known();
    expect(after.words).toContain('IDEAL');
    expect(after).toMatchObject({ toldAt: room.clock.now().toISOString(), waits: [] });
    expect(after.steps).toEqual(['requested', 'signed', 'seen']);
    expect(after.methods).toContain('IDEAL ACTIVE');
    expect(new Set(after.methods).size).toBe(after.methods.length);
    expect(await room.look()).toBe(0);
  });
});
