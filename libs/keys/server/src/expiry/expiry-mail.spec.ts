import type { KeyVersion } from '@toonbank/keys/contract';
import { People } from '@toonbank/access/server';
import { dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import { newId } from '@toonbank/primitives';
import { TestClock, waitsOf } from '@toonbank/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeysRoom, type Tenant } from '../keys.testing';
import { ExpiryWarnings } from './expiry-warnings';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let room: KeysRoom;
let tenant: Tenant;
let clock: TestClock;
/** Tomorrow, ten o'clock: hours of that day are left. */
let morning: Date;

// A round looks at every agency there is: each test has a system of its own.
beforeEach(async () => {
  clock = new TestClock(new Date());
  room = await KeysRoom.open(clock);
  tenant = await room.tenant();
  morning = new Date(startOfDay(dayAfter(dayOf(clock.now()))).getTime() + 10 * hourMs);
});
afterEach(() => room.close());

interface Kept {
  readonly id: string;
  readonly webshopId: string;
}

/** A pair in use that came so many days before its end at a moment of that morning's day. */
async function due(host: string, days: number, afterMs = 0): Promise<Kept> {
  const { id: webshopId } = await room.webshop(tenant, host);
  const { signingKey, refreshToken } = await room.bank.webshop('production');
  const path = `/v1/webshops/${webshopId}/environments/production/keys/bank`;
  const { body } = await tenant.staff.put<KeyVersion>(path, { signingKey, refreshToken });
  const warnAt = new Date(morning.getTime() + afterMs);
  const expiresAt = new Date(warnAt.getTime() + days * dayMs);
  await room.putExpiry(tenant, body.id, expiresAt, warnAt);
  return { id: body.id, webshopId };
}

const turn = (to: Date) => clock.advance({ ms: to.getTime() - clock.millis() });
/** What the end of a webshop makes wait is another room's. */
const waits = async () =>
  (await waitsOf(room.test.app, tenant.scope)).filter(({ kind }) => kind === 'key-expiry');
const mails = async (count: number, to = tenant.email) =>
  (await room.mailsTo(to, count)).map((mail) => mail.replaceAll('=3D', '='));

describe('the mail about keys that expire', () => {
  it('is one to each person for all that are due, also by two workers, and names them', async () => {
    const email = `${newId()}@agency.test`;
    const member = { email, password: 'correct horse battery', role: 'developer' } as const;
    await room.test.app.get(People).addAgencyMember(tenant.scope, member);
    const kept: Kept[] = [];
    for (let at = 0; at < 22; at++) kept.push(await due(`een-${at + 10}.example`, 7, -at));
    turn(morning);
    const both = await Promise.all([room.lookOut(), room.lookOut()]);
    expect(both[0] + both[1]).toBe(22);
    expect(await waits()).toHaveLength(22);
    for (const address of [tenant.email, email]) {
      const sent = await mails(1, address);
      expect(sent).toHaveLength(1);
      const named = kept.filter(({ webshopId }) =>
        sent[0]!.includes(`/production/webshops/${webshopId}`),
      );
      expect(named).toHaveLength(20);
      expect(sent[0]).toContain('Nog 2 in productie');
      expect(sent[0]).toContain('/production/keys?expires=within-7');
    }
    expect(await room.lookOut()).toBe(0);
  });

  it('takes along what is due later that day, and comes once per threshold', async () => {
    await due('ochtend.example', 30);
    await due('avond.example', 30, 9 * hourMs);
    await due('morgen.example', 30, 20 * hourMs);
    turn(morning);
    expect(await room.lookOut()).toBe(2);
    turn(new Date(morning.getTime() + 9 * hourMs));
    expect(await room.lookOut()).toBe(0);
    const [first] = await mails(1);
    expect(first).toContain('2 paren sleutels verlopen, de eerste over 30 dagen');
    expect(first).toContain('avond.example');
    turn(new Date(morning.getTime() + 20 * hourMs));
    expect(await room.lookOut()).toBe(1);
    expect(await mails(2)).toHaveLength(2);
    turn(new Date(morning.getTime() + 16 * dayMs));
    expect(await room.lookOut()).toBe(2);
    expect(await mails(3)).toHaveLength(3);
  });

  it('does not name webshops that have ended, and does not come about them alone', async () => {
    const ended = await due('beeindigd.example', 14);
    await tenant.staff.put(`/v1/webshops/${ended.webshopId}/ending`, {
      endsOn: dayOf(clock.now()),
    });
    await due('werkt.example', 14);
    turn(morning);
    expect(await room.lookOut()).toBe(2);
    const [sent] = await mails(1);
    expect(sent).toContain('De sleutels van werkt.example');
    expect(sent).not.toContain('beeindigd.example');
    expect(await waits()).toHaveLength(1);
  });

  it('is written anew when a key changes while it is written', async () => {
    await due('blijft.example', 7);
    const { id } = await due('vervangen.example', 7);
    const warnings = room.test.app.get(ExpiryWarnings, { strict: false });
    const write = warnings.write.bind(warnings);
    vi.spyOn(warnings, 'write').mockImplementationOnce(async (...about) => {
      const warning = await write(...about);
      await room.putState(tenant, id, 'draining');
      return warning;
    });
    turn(morning);
    expect([await room.lookOut(), await waits()]).toEqual([0, []]);
    expect(await room.lookOut()).toBe(1);
    const sent = await mails(1);
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toContain('vervangen.example');
  });
});
