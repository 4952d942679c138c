import type { AuditPage } from '@toonbank/audit/contract';
import { systemScope } from '@toonbank/platform/db';
import type { Id, ProblemDocument } from '@toonbank/primitives';
import type { Refund, RefundPage } from '@toonbank/refunds/contract';
import { type TestCaller, waitsOf } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RefundRoom, type Selling } from './refunds.testing';

// The processes that die are the whole API or worker, in the time of the machine; this one asks
// before them and goes on after them, on the same rows.
let room: RefundRoom;
let shop: Selling;
let owner: TestCaller;

beforeAll(async () => (room = await RefundRoom.open({ whole: true })));
afterAll(() => room.close());

beforeEach(async () => {
  at(0);
  shop = await room.selling();
  owner = await room.staff(shop.scope, 'owner');
});

/** So many minutes from now, by the clock of the machine. */
function at(minutes: number): void {
  room.clock.advance({ ms: Date.now() - room.clock.millis(), minutes });
}

/** The only refund of an order: there is no second, here or at the bank. */
async function whole(order: Id) {
  const { body } = await room.shop(shop).get<RefundPage>(`/v1/refunds?orderId=${order}`);
  const { body: log } = await owner.get<AuditPage>('/v1/audit?act=refund');
  const scope = systemScope(shop.scope.agencyId, 'test');
  return {
    refunds: body.items.map(({ status, amount }) => [status, amount.amount]),
    acts: log.items.map(({ act }) => act),
    waits: (await waitsOf(room.api.app, scope)).map(({ kind }) => kind),
    bank: await room.ledger(order, shop),
  };
}

/** A refund above the limit, which waits for a person. */
async function waiting(brand: string) {
  const order = await room.paid(shop, 30_000, brand);
  const { body } = await room.ask(await room.staff(shop.scope, 'finance'), order);
  expect(body.status).toBe('AWAITING_APPROVAL');
  return { order, id: body.id };
}

/** Somebody says it to an API that dies over it. */
async function dies(failpoint: string, path: string, said: object): Promise<void> {
  const api = await room.process(failpoint);
  await expect(owner.askAt(api, 'PUT', path, said)).rejects.toThrow();
  expect(await api.ended(), failpoint).toBe('SIGKILL');
}

/** Who was not answered says it once more. */
async function repeated(path: string, said: object) {
  const { status, body } = await owner.put<ProblemDocument>(path, said);
  return [status, body.code];
}

/** The worker, when what a dead process held is nobody's any more. */
async function goOn(minutes = 2): Promise<void> {
  at(minutes);
  await room.sweep.round();
}

const inside = ['refund-act.marked', 'refund-act.put'];
const none = { count: 0, cents: 0 };
const once = { count: 1, cents: 30_000 };

describe('kill -9 of the API over a second approval', () => {
  it('before it stands leaves the refund waiting, for whoever approves it next', async () => {
    const { order, id } = await waiting('IDEAL');
    const before = await whole(order);
    expect(before).toEqual({
      ...{ refunds: [['AWAITING_APPROVAL', 30_000]], acts: ['refund.requested'] },
      ...{ waits: ['refund-approval'], bank: none },
    });
    const path = `/v1/refunds/${id}/approval`;
    for (const failpoint of inside) {
      await dies(failpoint, path, { approved: true });
      expect(await whole(order), failpoint).toEqual(before);
    }
    expect(await repeated(path, { approved: true })).toEqual([200, undefined]);
    await goOn();
    expect(await whole(order)).toEqual({
      ...{ refunds: [['PENDING', 30_000]], acts: ['refund.approved', 'refund.requested'] },
      ...{ waits: [], bank: once },
    });
  }, 120_000);

  it.each([
    ['refund-act.done', 'SENDING', none],
    ['refund-call.before', 'SENDING', none],
    ['refund-call.after', 'SENDING', once],
    ['refund-answer.put', 'SENDING', once],
    ['refund-answer.done', 'PENDING', once],
  ])(
    'at %s leaves one that is sent once, by the worker, and approved by nobody else',
    async (failpoint, status, bank) => {
      const { order, id } = await waiting('IDEAL');
      const path = `/v1/refunds/${id}/approval`;
      await dies(failpoint, path, { approved: true });
      const acts = ['refund.approved', 'refund.requested'];
      const done = { refunds: [[status, 30_000]], acts, waits: [], bank };
      expect(await whole(order)).toEqual(done);
      expect(await repeated(path, { approved: true })).toEqual([409, 'refund-decided']);
      expect(await repeated(path, { approved: false })).toEqual([409, 'refund-decided']);
      expect(await whole(order)).toEqual(done);
      await goOn();
      await goOn(4);
      expect(await whole(order)).toEqual({ ...done, refunds: [['PENDING', 30_000]], bank: once });
    },
    60_000,
  );
});

interface Decided {
  readonly how: 'approval' | 'confirmation';
  readonly said: object;
  readonly after: object;
}

const decisions: readonly (readonly [string, Decided])[] = [
  [
    'an approval of what goes back outside the bank',
    {
      ...{ how: 'approval', said: { approved: true } },
      after: {
        ...{ refunds: [['ELSEWHERE', 30_000]], acts: ['refund.approved'] },
        waits: ['refund-elsewhere'],
      },
    },
  ],
  [
    'the word that it was paid back outside the bank',
    {
      ...{ how: 'confirmation', said: { paid: true } },
      after: { refunds: [['CONFIRMED', 30_000]], acts: ['refund.confirmed'], waits: [] },
    },
  ],
];

describe('kill -9 of the API', () => {
  it.each(decisions)(
    'over %s leaves all of it or nothing, once',
    async (_what, { how, said, after }) => {
      const { order, id } = await waiting('PAYPAL');
      if (how === 'confirmation') await owner.put(`/v1/refunds/${id}/approval`, { approved: true });
      const path = `/v1/refunds/${id}/${how}`;
      const before = await whole(order);
      for (const failpoint of inside) {
        await dies(failpoint, path, said);
        expect(await whole(order), failpoint).toEqual(before);
      }
      await dies('refund-act.done', path, said);
      const done = await whole(order);
      expect({ ...done, acts: done.acts.slice(0, 1) }).toEqual({ ...after, bank: none });
      expect(done.acts.slice(1)).toEqual(before.acts);
      expect(await repeated(path, said)).toEqual([409, 'refund-decided']);
      await goOn();
      expect(await whole(order)).toEqual(done);
    },
    120_000,
  );
});

describe('kill -9 of the worker', () => {
  const points = ['refund-sweep.claiming', 'refund-sweep.claimed', 'refund-call.before'];

  /** The worker's first round finds the refund due, and dies over it. */
  async function killed(failpoint: string): Promise<void> {
    const worker = await room.process(failpoint, 'worker');
    expect(await worker.ended(), failpoint).toBe('SIGKILL');
    at(0);
  }

  const statusOf = async (id: Id) =>
    (await room.shop(shop).get<Refund>(`/v1/refunds/${id}`)).body.status;

  it.each([
    ...points.map((failpoint) => [failpoint, 'SENDING', 0] as const),
    ['refund-call.after', 'SENDING', 1],
    ['refund-answer.put', 'SENDING', 1],
    ['refund-answer.done', 'PENDING', 1],
  ] as const)(
    'that sends, at %s, leaves one refund at the bank',
    async (failpoint, status, count) => {
      // Asked for an hour ago, and the bank did not answer.
      at(-60);
      const order = await room.paid(shop);
      await room.bank.misbehave({ call: 'refund', kind: 'status', value: 503 });
      const { body } = await room.ask(room.shop(shop), order);
      await room.bank.behave();
      expect([body.status, await room.ledger(order, shop)]).toEqual(['SENDING', none]);
      await killed(failpoint);
      expect(await statusOf(body.id)).toBe(status);
      expect((await room.ledger(order, shop)).count).toBe(count);
      // Another one lets it be while the dead one may still be calling.
      if (failpoint !== 'refund-sweep.claiming') {
        await goOn(0);
        expect([await statusOf(body.id), (await room.ledger(order, shop)).count]).toEqual([
          ...[status, count],
        ]);
      }
      await goOn();
      expect(await statusOf(body.id)).toBe('PENDING');
      await goOn(4);
      expect(await room.ledger(order, shop)).toEqual({ count: 1, cents: 1250 });
      const refunds = (await whole(order)).refunds;
      expect(refunds).toEqual([['PENDING', 1250]]);
      await end(order);
    },
    60_000,
  );

  it.each([
    ...points.map((failpoint) => [failpoint, 'PENDING'] as const),
    ['refund-call.after', 'PENDING'],
    ['refund-answer.put', 'PENDING'],
    ['refund-answer.done', 'SUCCEEDED'],
  ] as const)(
    'that follows, at %s, leaves one that is followed to its end',
    async (failpoint, status) => {
      // Sent seven hours ago: it is asked about every six.
      at(-7 * 60);
      const order = await room.paid(shop);
      const { body } = await room.ask(room.shop(shop), order);
      expect(body.status).toBe('PENDING');
      await end(order);
      await killed(failpoint);
      expect(await statusOf(body.id)).toBe(status);
      await goOn();
      const read = await room.shop(shop).get<Refund>(`/v1/refunds/${body.id}`);
      expect(read.body).toMatchObject({ status: 'SUCCEEDED', endedAt: expect.any(String) });
      await goOn(24 * 60);
      expect(await statusOf(body.id)).toBe('SUCCEEDED');
      expect(await room.ledger(order, shop)).toEqual({ count: 1, cents: 1250 });
    },
    60_000,
  );

  /** The bank has paid it: nothing of it is due any more, in the rounds of other tests. */
  async function end(order: Id): Promise<void> {
    const last = (await room.bank.refunds()).at(-1)!;
    expect((await room.ledger(order, shop)).count).toBe(1);
    await room.bank.endRefund(last.refundId, 'SUCCEEDED');
  }
});
