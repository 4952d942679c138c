import type * as Argon2 from '@node-rs/argon2';
import type { ProblemDocument } from '@toonbank/primitives';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AccessRoom, password } from './access.testing';
import { networkOf, SignInThrottle } from './sign-in-throttle';

const argon2 = vi.hoisted(() => ({
  verified: 0,
  /** What the next verification waits for; after it, nothing is waited for. */
  hold: undefined as Promise<undefined> | undefined,
}));
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof Argon2>();
  return {
    ...real,
    verify: async (...input: Parameters<typeof real.verify>) => {
      argon2.verified += 1;
      const { hold } = argon2;
      argon2.hold = undefined;
      await hold;
      return real.verify(...input);
    },
  };
});

let room: AccessRoom;
beforeAll(async () => (room = await AccessRoom.open()));
afterAll(() => room.test.close());

const wrong = 'wrong horse battery';

async function fail(email: string, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    expect((await room.browser().signIn(email, wrong)).status).toBe(401);
  }
}

it('answers an unknown address and a wrong password alike, after the same work', async () => {
  const { email } = await room.staff('viewer');
  const answers = [];
  for (const [address, word] of [
    [email, wrong],
    ['nobody@nowhere.test', wrong],
    ['nobody@nowhere.test', password],
  ] as const) {
    const before = argon2.verified;
    const { status, body } = await room.browser().signIn<ProblemDocument>(address, word);
    expect(argon2.verified).toBe(before + 1);
    expect(status).toBe(401);
    answers.push({ ...body, requestId: '' });
  }
  expect(answers[0]).toMatchObject({ status: 401, code: 'sign-in-refused' });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

it('locks a login for 30 minutes after 10 wrong passwords, and says no more than before', async () => {
  const { email } = await room.staff('viewer');
  await fail(email, 9);
  expect((await room.browser().signIn(email, password)).status).toBe(201);

  await fail(email, 10);
  const right = await room.browser().signIn<ProblemDocument>(email, password);
  expect(right).toMatchObject({ status: 401, body: { code: 'sign-in-refused' } });

  room.clock.advance({ minutes: 31 });
  expect((await room.browser().signIn(email, password)).status).toBe(201);
});

it('does not keep a login locked because somebody goes on guessing', async () => {
  const { email } = await room.staff('viewer');
  await fail(email, 10);
  await room.app.get(SignInThrottle).forget(email);
  await fail(email, 9);
  room.clock.advance({ minutes: 31 });
  await fail(email, 1);
  expect((await room.browser().signIn(email, password)).status).toBe(201);
});

it('refuses a right password when the login was locked while it was being checked', async () => {
  const { email } = await room.staff('viewer');
  const { promise, resolve } = Promise.withResolvers<undefined>();
  argon2.hold = promise;
  const right = room.browser().signIn(email, password);
  await vi.waitFor(() => expect(argon2.hold).toBeUndefined());
  await fail(email, 10);
  resolve(undefined);
  expect((await right).status).toBe(401);
});

it('counts wrong passwords that come at the same time', async () => {
  const { email } = await room.staff('viewer');
  const tries = Array.from({ length: 10 }, () => room.browser().signIn(email, wrong));
  for (const { status } of await Promise.all(tries)) expect(status).toBe(401);
  expect((await room.browser().signIn(email, password)).status).toBe(401);
});

it('counts tries per account in Redis, for all processes, without the address', async () => {
  const email = 'someone@guessed.test';
  await fail(email, 20);
  const answer = await room.browser().signIn<ProblemDocument>(email, wrong);
  expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-tries' } });
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect((await room.browser().signIn('other@guessed.test', wrong)).status).toBe(401);

  const redis = new Redis(room.test.config.redisUrl);
  const keys = await redis.keys(`{${room.test.config.redisPrefix}tb-sign-in-account}*`);
  redis.disconnect();
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.join()).not.toContain('guessed');
});

describe('without Redis', () => {
  it('still lets people in, and still counts', async () => {
    const lost = await AccessRoom.open({ redisUrl: 'redis://127.0.0.1:9' });
    try {
      const { email } = await lost.staff('viewer');
      expect((await lost.browser().signIn(email, password)).status).toBe(201);
      const statuses = [];
      for (let i = 0; i < 21; i += 1) {
        statuses.push((await lost.browser().signIn('x@guessed.test', wrong)).status);
      }
      expect(statuses.slice(0, 20)).toEqual(new Array(20).fill(401));
      expect(statuses[20]).toBe(429);
    } finally {
      await lost.test.close();
    }
  });
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
