import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ExportLook,
  ExportPage,
  Schedule,
  SchedulePage,
  ScheduleRuns,
} from '@toonbank/exports/contract';
import type { Scope } from '@toonbank/platform/db';
import { newId, type ProblemDocument } from '@toonbank/primitives';
import type { TestCaller } from '@toonbank/testing';
import { type ParsedMail, simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportRoom } from '../exports.testing';

const outbox = mkdtempSync(join(tmpdir(), 'toonbank-schedules-'));
let room: ExportRoom;
let agency: Scope;
let staff: TestCaller;

beforeAll(async () => {
  const mail = { url: pathToFileURL(outbox).href, from: 'post@toonbank.test' };
  room = await ExportRoom.open({ config: { mail } });
});

afterAll(() => room.close());

/** An agency of its own at a moment, with an order of the day before. */
async function at(moment: string): Promise<void> {
  room.clock.advance({ ms: new Date(moment).getTime() - room.clock.millis() });
  agency = await room.agency();
  staff = await room.staff(agency);
}

const monthly = { every: 'month', day: 1, hour: 6 } as const;
const to = ['boekhouder@example.test'];
const create = <T = Schedule>(changes: object = {}, caller = staff) =>
  caller.post<T>('/v1/export-schedules', {
    ...{ environment: 'production', kind: 'orders', format: 'csv', numbers: 'nl' },
    ...{ rhythm: monthly, recipients: to, ...changes },
  });
const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as ProblemDocument).code,
];
const made = async (id: string) =>
  (await staff.get<ExportPage>(`/v1/exports?scheduleId=${id}`)).body.items;
const read = async (id: string) => (await staff.get<Schedule>(`/v1/export-schedules/${id}`)).body;
const runs = async (id: string) =>
  (await staff.get<ScheduleRuns>(`/v1/export-schedules/${id}/runs`)).body.runs;

async function pass(moment: string): Promise<void> {
  room.clock.advance({ ms: new Date(moment).getTime() - room.clock.millis() });
  // Sessions wear out; the people stay.
  staff = await room.staff(agency);
}

async function mails(): Promise<ParsedMail[]> {
  if (!existsSync(outbox)) return [];
  const files = readdirSync(outbox).filter((file) => file.endsWith('.eml'));
  return Promise.all(files.map((file) => simpleParser(readFileSync(join(outbox, file)))));
}

const mailsTo = async (address: string) =>
  (await mails()).filter(({ to: at }) => at && !Array.isArray(at) && at.text.includes(address));

describe('a schedule', () => {
  it('says when it comes next and of which days', async () => {
    await at('2026-11-25T10:00:00Z');
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...{ nextAt: '2026-12-01T05:00:00.000Z', nextFrom: '2026-11-01', paused: false },
      ...{ rhythm: monthly, recipients: to, lastRun: null, about: null },
    });
    const weekly = await create({ rhythm: { every: 'week', day: 1, hour: 8 } });
    expect(weekly.body).toMatchObject({
      ...{ nextAt: '2026-11-30T07:00:00.000Z', nextFrom: '2026-11-23' },
    });
    const { body: page } = await staff.get<SchedulePage>('/v1/export-schedules');
    expect(page.items.map(({ id }) => id)).toEqual([body.id, weekly.body.id]);
  });

  it('makes the export when it is due, once, and mails each address a link of its own', async () => {
    await at('2026-11-25T10:00:00Z');
    const stall = await room.stall(agency);
    await room.putOrders(stall, [{ number: 'N-1', at: '2026-11-30T22:59:59Z' }]);
    const two = [`een-${newId()}@example.test`, `twee-${newId()}@example.test`];
    const { body } = await create({ recipients: two });
    await room.calendar.round();
    expect(await made(body.id)).toEqual([]);
    await pass('2026-12-01T05:00:00Z');
    await Promise.all([room.calendar.round(), room.calendar.round()]);
    await room.calendar.round();
    const [run] = await made(body.id);
    await room.made(staff, run!.id);
    expect(await made(body.id)).toMatchObject([
      { from: '2026-11-01', until: '2026-11-30', state: 'done', rows: 1, requestedBy: null },
    ]);
    expect(await read(body.id)).toMatchObject({
      ...{ nextAt: '2027-01-01T05:00:00.000Z', nextFrom: '2026-12-01' },
    });
    await expect.poll(() => mailsTo(two[0]!)).toHaveLength(1);
    await expect.poll(() => mailsTo(two[1]!)).toHaveLength(1);
    const [first, second] = [(await mailsTo(two[0]!))[0]!, (await mailsTo(two[1]!))[0]!];
    expect(first.subject).toBe('Orders, 1 november 2026 tot en met 30 november 2026');
    const tokenOf = ({ text }: ParsedMail) => /\/export-file#(\S+)/.exec(text!)![1]!;
    expect(tokenOf(first)).not.toBe(tokenOf(second));
    const look = await staff.post<ExportLook>('/v1/export-file', { token: tokenOf(first) });
    expect(look.body).toMatchObject({ agency: 'Bureau', rows: 1, from: '2026-11-01' });
    const file = await room.fetched(`/v1/export-file?token=${tokenOf(first)}`);
    expect(file.payload).toContain('N-1');
    await expect
      .poll(async () => (await runs(body.id))[0]!.mails)
      .toMatchObject([
        { to: two[0], state: 'sent', trouble: null, used: true },
        { to: two[1], state: 'sent', trouble: null, used: false },
      ]);
  });

  it('catches up with what was missed: no day left out, none twice', async () => {
    await at('2026-11-25T10:00:00Z');
    const { body } = await create({ rhythm: { every: 'month', day: 31, hour: 23 } });
    await pass('2027-03-01T10:00:00Z');
    while ((await room.calendar.round()) > 0);
    expect((await made(body.id)).map(({ from, until }) => `${from} ${until}`).toReversed()).toEqual(
      [
        '2026-10-31 2026-11-29',
        '2026-11-30 2026-12-30',
        '2026-12-31 2027-01-30',
        '2027-01-31 2027-02-27',
      ],
    );
  });

  it('that pauses makes nothing; then it goes on where it left off', async () => {
    await at('2026-11-25T10:00:00Z');
    const { body } = await create();
    const path = `/v1/export-schedules/${body.id}`;
    await staff.patch(path, { paused: true });
    await pass('2027-01-10T10:00:00Z');
    await room.calendar.round();
    expect(await made(body.id)).toEqual([]);
    const resumed = await staff.patch<Schedule>(path, { paused: false });
    expect(resumed.body).toMatchObject({
      ...{ nextAt: '2027-02-01T05:00:00.000Z', nextFrom: '2026-11-01' },
    });
    await pass('2027-02-01T05:00:00Z');
    await room.calendar.round();
    expect(await made(body.id)).toMatchObject([{ from: '2026-11-01', until: '2027-01-31' }]);
  });

  it('that gets another rhythm leaves no day out', async () => {
    await at('2026-11-25T10:00:00Z');
    const { body } = await create();
    const path = `/v1/export-schedules/${body.id}`;
    const rhythm = { every: 'week', day: 5, hour: 7 };
    const { body: changed } = await staff.patch<Schedule>(path, { rhythm });
    expect(changed).toMatchObject({ nextAt: '2026-11-27T06:00:00.000Z', nextFrom: '2026-11-01' });
  });

  it('that was taken away makes nothing more; what it made stays', async () => {
    await at('2026-11-25T10:00:00Z');
    const { body } = await create();
    await pass('2026-12-01T05:00:00Z');
    await room.calendar.round();
    const path = `/v1/export-schedules/${body.id}`;
    expect((await staff.delete(path)).status).toBe(204);
    expect((await staff.delete(path)).status).toBe(404);
    await pass('2027-01-01T05:00:00Z');
    await room.calendar.round();
    expect(await made(body.id)).toHaveLength(1);
  });

  it.each([
    ['a thirty-second day', { rhythm: { ...monthly, day: 32 } }],
    ['an eighth day of the week', { rhythm: { ...monthly, every: 'week', day: 8 } }],
    ['nobody to mail to', { recipients: [] }],
    ['an address twice', { recipients: ['a@b.test', 'A@b.test'] }],
    ['an address that is none', { recipients: ['boekhouder'] }],
  ])('with %s is refused', async (_what, wrong) => {
    await at('2026-11-25T10:00:00Z');
    expect(codeOf(await create(wrong))).toEqual([422, 'invalid']);
  });

  it('is refused where no mail is sent', async () => {
    const dumb = await ExportRoom.open({ works: false });
    const here = await dumb.staff(await dumb.agency());
    expect(codeOf(await create({}, here))).toEqual([409, 'export-no-mail']);
    await dumb.close();
  });

  it('of a merchant is theirs, and nobody else’s', async () => {
    await at('2026-11-25T10:00:00Z');
    const own = await room.stall(agency, 'Eigen');
    const person = await room.merchant(own);
    const other = await room.merchant(await room.stall(agency, 'Ander'));
    const { body } = await create({}, person);
    expect(body).toMatchObject({ merchantId: own.scope.merchantId, about: 'Eigen' });
    const path = `/v1/export-schedules/${body.id}`;
    for (const answer of [
      await other.get(path),
      await other.get(`${path}/runs`),
      await other.patch(path, { paused: true }),
      await other.delete(path),
    ]) {
      expect(answer.status).toBe(404);
    }
    const { body: ofAgency } = await create();
    expect((await person.get(`/v1/export-schedules/${ofAgency.id}`)).status).toBe(404);
  });
});

describe('a mail that is not taken', () => {
  it('is tried again, and the page says so', async () => {
    const deaf = { url: 'smtp://127.0.0.1:9', from: 'post@toonbank.test' };
    const far = await ExportRoom.open({ config: { mail: deaf } });
    const bureau = await far.agency();
    const here = await far.staff(bureau);
    const { body } = await create({}, here);
    far.clock.advance({ hours: 24 * 8 });
    await far.calendar.round();
    const again = await far.staff(bureau);
    const path = `/v1/export-schedules/${body.id}/runs`;
    await expect
      .poll(async () => (await again.get<ScheduleRuns>(path)).body.runs[0]!.mails[0])
      .toMatchObject({
        to: to[0],
        state: 'waiting',
        trouble: expect.stringMatching(/ECONN|ESOCKET/),
      });
    await far.close();
  });
});
