import type { AuditPage } from '@toonbank/audit/contract';
import type { MethodContracts } from '@toonbank/payment-methods/contract';
import { type Scope, Work } from '@toonbank/platform/db';
import type { Id, ProblemDocument } from '@toonbank/primitives';
import { type TestCaller, type TestProcess, waitsOf } from '@toonbank/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MethodsRoom } from './payment-methods.testing';

// The processes that die are the whole API; this one goes on after them, on the same rows.
let room: MethodsRoom;
let scope: Scope;
let owner: TestCaller;
let merchantId: Id;

beforeAll(async () => {
  room = await MethodsRoom.open(new Date(), { whole: true });
});

beforeEach(async () => {
  scope = await room.agency();
  owner = await room.staff(scope, 'owner');
  merchantId = await room.merchant(scope);
});

afterAll(() => room.close());

interface Said {
  readonly path: string;
  readonly body: object;
}

const contracts = () => `/v1/merchants/${merchantId}/method-contracts`;
const ask = ({ path, body }: Said) => owner.post<ProblemDocument>(path, body);
const mortal = (failpoint: string) => room.process({ app: 'api', failpoint });

/** The same is said to an API that dies over it. */
async function dies(api: TestProcess, { path, body }: Said): Promise<void> {
  await expect(owner.askAt(api, 'POST', path, body)).rejects.toThrow();
  expect(await api.ended()).toBe('SIGKILL');
}

/** All that somebody's word on a method changes, with what the list of tasks is told of it. */
async function whole() {
  const { items } = (await owner.get<MethodContracts>(contracts())).body;
  const details = await Promise.all(items.map(({ id }) => room.contract(owner, id)));
  const { body: log } = await owner.get<AuditPage>(`/v1/audit?merchantId=${merchantId}`);
  const acts = log.items.map(({ act }) => act).filter((act) => act.startsWith('method.'));
  const [told] = await room.test.app
    .get(Work)
    .read(scope, (tx) =>
      tx.sql<{ count: number }>(
        `select count(*)::int as count from outbox_event where agency_id = $1`,
        [scope.agencyId],
      ),
    );
  return {
    states: items.map(({ state }) => state),
    steps: details.flatMap(({ steps }) => steps.map(({ step }) => step)),
    waits: (await waitsOf(room.test.app, scope)).map(({ kind, on }) => `${kind} ${on}`),
    ...{ acts, told: told!.count },
  };
}

describe('kill -9 of the API', () => {
  it.each([
    {
      ...{ step: null, code: 'method-already-requested', told: 1 },
      left: { states: ['REQUESTED'], steps: ['requested'], waits: ['method-signing merchant'] },
    },
    {
      ...{ step: 'signed', code: 'method-step-order', told: 2 },
      left: {
        states: ['SIGNED'],
        steps: ['requested', 'signed'],
        waits: ['method-activation bank'],
      },
    },
    {
      ...{ step: 'withdrawn', code: 'method-step-order', told: 2 },
      left: { states: ['WITHDRAWN'], steps: ['requested', 'withdrawn'], waits: [] },
    },
  ])(
    'over a method that is $left.states.0 leaves all of that or nothing, told once',
    async ({ step, code, told, left }) => {
      const [first, second] = await Promise.all([
        mortal('method-step.put'),
        mortal('method-step.done'),
      ]);
      const request = { path: contracts(), body: { brand: 'VISA' } };
      const said = step ? await stepOf(step) : request;
      const before = await whole();
      await dies(first, said);
      expect(await whole()).toEqual(before);
      await dies(second, said);
      const done = await whole();
      const act = step ? 'method.step-taken' : 'method.requested';
      expect(done).toEqual({ ...left, told, acts: [act, ...before.acts] });
      // Who was not answered says it again, and reads that it is so.
      const again = await ask(said);
      expect([again.status, again.body.code]).toEqual([409, code]);
      expect(await whole()).toEqual(done);
    },
    60_000,
  );
});

async function stepOf(step: string): Promise<Said> {
  const { id } = (await room.request(owner, merchantId, 'VISA')).body;
  return { path: `/v1/method-contracts/${id}/steps`, body: { step } };
}
