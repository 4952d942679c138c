import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { systemScope, Work } from '@toonbank/platform/db';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decideEnd } from './decide-end';
import { MailRoom, MailServer } from './mail.testing';

const minute = 60_000;

let server: MailServer;
let room: MailRoom;
beforeAll(async () => {
  server = await MailServer.open();
  room = await MailRoom.open(server.url);
});
afterEach(() => {
  server.refusal = undefined;
  server.got.length = 0;
});
afterAll(async () => {
  await room.close();
  await server.close();
});

async function rowOf({ id }: { id: string }) {
  const scope = systemScope(room.agencyId, 'test');
  const [row] = await room.test.app
    .get(Work)
    .read(scope, (tx) =>
      tx.sql<{ letter: Buffer | null; tries: number }>(
        'select letter, tries from mail where agency_id = $1 and id = $2',
        [room.agencyId, id],
      ),
    );
  return row!;
}

describe('a mail', () => {
  it('goes out as text and as HTML, on behalf of whom it is from, with names as text', async () => {
    const mail = await room.put();
    await room.send(mail);
    const [got] = server.got;
    expect(got).toMatchObject({
      subject: 'Je bent uitgenodigd',
      from: { value: [{ address: 'post@toonbank.test', name: 'Bureau <b>& Zn</b> (Toonbank)' }] },
      messageId: `<${mail.id}@localhost>`,
    });
    expect(got!.text).toContain('Neem de uitnodiging aan:\nhttps://toonbank.test/welcome#geheim');
    expect(got!.html).toContain('href="https://toonbank.test/welcome#geheim"');
    expect(got!.html).toContain('Bureau &lt;b&gt;&amp; Zn&lt;/b&gt; nodigt je uit.');
  });

  it('names what it is about one by one, each with its address', async () => {
    const says = 'tot <b>vrijdag</b>';
    const list = [
      { word: 'een.example', url: 'https://toonbank.test/een', says },
      { word: 'Nog 3', url: 'https://toonbank.test/lijst?a=1&b=2', says: null },
    ];
    const letter = { language: 'nl', onBehalfOf: null, subject: 'Lijst', act: null } as const;
    await room.send(
      await room.put({ letter: { ...letter, paragraphs: ['Deze:'], list, remarks: [] } }),
    );
    const [got] = server.got;
    expect(got!.text).toContain(
      `Deze:\n\n- een.example, ${says}:\n  https://toonbank.test/een\n- Nog 3:\n  https://toonbank.test/lijst?a=1&b=2`,
    );
    expect(got!.html).toContain('href="https://toonbank.test/lijst?a=1&amp;b=2"');
    expect(got!.html).toContain('tot &lt;b&gt;vrijdag&lt;/b&gt;');
  });

  it('is sealed while it waits, and its letter is gone once it was sent', async () => {
    const mail = await room.put();
    expect(mail.letter!.includes('geheim')).toBe(false);
    await room.send(mail);
    expect((await rowOf(mail)).letter).toBeNull();
    expect(await room.stateOf(mail)).toMatchObject({ state: 'sent', trouble: null });
  });

  it('is sent by nobody twice: not when hinted at again, not by two at once', async () => {
    const mail = await room.put();
    await Promise.all([room.send(mail), room.send(mail), room.send(mail)]);
    await room.send(mail);
    expect(server.got).toHaveLength(1);
  });

  it('waits longer after each refusal, keeps what the server said, and goes in the end', async () => {
    const mail = await room.put();
    server.refusal = { code: 451, text: 'mailbox of nieuw@agency.test is busy' };
    await room.send(mail);
    expect(await room.stateOf(mail)).toMatchObject({ state: 'waiting', trouble: 'SMTP 451' });
    await room.send(mail);
    expect((await rowOf(mail)).tries).toBe(1);
    server.refusal = undefined;
    room.clock.advance({ minutes: 1 });
    await room.send(mail);
    expect(server.got).toHaveLength(1);
    expect(await room.stateOf(mail)).toMatchObject({ state: 'sent', trouble: null });
  });

  it('is given up at once when the server says never, and its letter is gone', async () => {
    const mail = await room.put();
    server.refusal = { code: 550, text: 'no such mailbox' };
    await room.send(mail);
    expect(await room.stateOf(mail)).toMatchObject({ state: 'given-up', trouble: 'SMTP 550' });
    expect((await rowOf(mail)).letter).toBeNull();
  });

  it('is given up at once when the server knows no such address', async () => {
    const mail = await room.put();
    server.refusal = { code: 550, text: 'no such mailbox', at: 'address' };
    await room.send(mail);
    expect(await room.stateOf(mail)).toMatchObject({ state: 'given-up', trouble: 'SMTP 550' });
  });

  it.each([
    ['greeting', 554],
    ['password', 535],
    ['sender', 550],
  ] as const)('waits when it is us whom the server refuses, by our %s', async (at, code) => {
    const mail = await room.put();
    server.refusal = { code, text: 'not you', at };
    await room.send(mail);
    expect(await room.stateOf(mail)).toMatchObject({ state: 'waiting', trouble: `SMTP ${code}` });
    server.refusal = undefined;
    room.clock.advance({ minutes: 1 });
    await room.send(mail);
    expect(await room.stateOf(mail)).toMatchObject({ state: 'sent' });
  });

  it('is not sent any more once its link would open nothing', async () => {
    const mail = await room.put({ worthUntil: new Date(room.clock.millis() + minute) });
    room.clock.advance({ minutes: 2 });
    await room.send(mail);
    expect(server.got).toHaveLength(0);
    expect(await room.stateOf(mail)).toMatchObject({ state: 'given-up', trouble: 'too late' });
  });

  it('of a worker that died while it sent is found by the sweep when nobody holds it any more', async () => {
    const mail = await room.put();
    const scope = systemScope(room.agencyId, 'test');
    const { app } = room.test;
    // What a worker does first; then it dies.
    await app.get(Work).run(scope, (tx) =>
      tx.sql(
        `update mail set tries = 1, due_at = due_at + interval '1 minute'
         where agency_id = $1 and id = $2`,
        [room.agencyId, mail.id],
      ),
    );
    expect(await room.sweep.round()).toBe(0);
    room.clock.advance({ minutes: 1 });
    await room.sweep.round();
    await expect.poll(() => server.got.length).toBe(1);
  });

  it('tells of another agency nothing', async () => {
    const mail = await room.put();
    const other = await MailRoom.open(server.url);
    const scope = systemScope(other.agencyId, 'test');
    const states = await room.test.app
      .get(Work)
      .read(scope, (tx) => room.post.states(tx, 'invitation', [mail.aboutId]));
    expect(states.size).toBe(0);
    await other.close();
  });
});

describe('a server that is away', () => {
  it('costs a mail nothing but time', async () => {
    const closed = await MailServer.open();
    await closed.close();
    const away = await MailRoom.open(closed.url);
    const mail = await away.put();
    await away.send(mail);
    expect(await away.stateOf(mail)).toMatchObject({ state: 'waiting', trouble: 'ESOCKET' });
    await away.close();
  });
});

describe('an installation in development', () => {
  it('keeps its mails in a folder, one file each', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'toonbank-outbox-'));
    const local = await MailRoom.open(pathToFileURL(folder).href);
    const mail = await local.put();
    await local.send(mail);
    expect(readdirSync(folder)).toEqual([`${mail.id}.eml`]);
    expect(readFileSync(join(folder, `${mail.id}.eml`), 'utf8')).toContain('nieuw@agency.test');
    await local.close();
  });
});

describe('an installation without a mail server', () => {
  it('seals nothing and says that it sends no mail', async () => {
    const silent = await MailRoom.open(null);
    expect(silent.post.isOn).toBe(false);
    await expect(silent.put()).rejects.toThrow('sends no mail');
    await silent.close();
  });

  it('is closed while its queue still subscribes, and leaves no promise behind', async () => {
    const left: unknown[] = [];
    const keep = (error: unknown) => void left.push(error);
    process.on('unhandledRejection', keep);
    const subscribe = Redis.prototype.subscribe;
    const slowly = vi.spyOn(Redis.prototype, 'subscribe');
    slowly.mockImplementation(async function (this: Redis, ...channels) {
      await sleep(100);
      return subscribe.apply(this, channels);
    });
    const silent = await MailRoom.open(null);
    await vi.waitFor(() => expect(slowly).toHaveBeenCalled());
    await silent.close();
    await sleep(200);
    slowly.mockRestore();
    process.off('unhandledRejection', keep);
    expect(left).toEqual([]);
  });
});

describe('what becomes of a refused mail', () => {
  const now = new Date('2026-11-02T09:00:00Z');
  const worthUntil = new Date('2026-11-02T12:00:00Z');
  it.each([
    [1, { kind: 'again', at: new Date('2026-11-02T09:01:00Z') }],
    [2, { kind: 'again', at: new Date('2026-11-02T09:05:00Z') }],
    [3, { kind: 'again', at: new Date('2026-11-02T09:15:00Z') }],
    [4, { kind: 'again', at: new Date('2026-11-02T10:00:00Z') }],
    [5, { kind: 'again', at: new Date('2026-11-02T11:00:00Z') }],
    // Four hours on it would be too late.
    [6, { kind: 'given-up', why: 'SMTP 421' }],
  ])('at try %i', (tries, decision) => {
    const refused = { isFinal: false, why: 'SMTP 421' };
    expect(decideEnd(refused, { tries, now, worthUntil })).toEqual(decision);
  });
});
