import type { Schedule, ScheduleRun, ScheduleRuns } from '@toonbank/exports/contract';
import { dayAfter, dayOf, startOfDay } from '@toonbank/platform/clock';
import type { Scope } from '@toonbank/platform/db';
import type { TaskPage } from '@toonbank/tasks/contract';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExportRoom } from '../exports.testing';
import { writers } from '../making/writers';
import { PickyMailServer } from './mail-server.testing';

let server: PickyMailServer;
let room: ExportRoom;
let agency: Scope;
let staff: TestCaller;
let schedule: Schedule;

beforeAll(async () => {
  server = await PickyMailServer.open();
  const mail = { url: server.url, from: 'post@x.test' };
  room = await ExportRoom.open({ config: { mail } });
});
afterAll(async () => {
  await room.close();
  await server.close();
});
beforeEach(async () => {
  agency = await room.agency();
  staff = await room.staff(agency);
  const { body } = await staff.post<Schedule>('/v1/export-schedules', {
    ...{ environment: 'production', kind: 'orders', format: 'xlsx', recipients: ['x@y.test'] },
    rhythm: { every: 'month', day: 1, hour: 6 },
  });
  schedule = body;
});
afterEach(() => {
  server.refusal = undefined;
  vi.restoreAllMocks();
});

const path = () => `/v1/export-schedules/${schedule.id}`;
const tasks = async () => (await staff.get<TaskPage>('/v1/tasks')).body.items;
const run = async () => (await staff.get<ScheduleRuns>(`${path()}/runs`)).body.runs[0]!;
const sendAgain = async () =>
  staff.post<ScheduleRun>(`${path()}/runs/${(await run()).exportId}/mail`);

/** The next first of the month, on which a run is made. */
async function itsDay(): Promise<void> {
  room.clock.advance({ ms: new Date(schedule.nextAt).getTime() - room.clock.millis() });
  await room.calendar.round();
  staff = await room.staff(agency);
}

/** As if a sheet had room for no row at all. */
const noRoom = () => vi.spyOn(writers.xlsx, 'mostRows', 'get').mockReturnValue(-1);

async function oneWaits() {
  await expect.poll(tasks).toMatchObject([{ kind: 'export-undelivered' }]);
  return (await tasks())[0]!;
}

describe('an export by calendar whose mail was given up', () => {
  beforeEach(async () => {
    server.refusal = { code: 550, text: 'No such mailbox' };
    await itsDay();
  });

  it('is a task until it is sent again', async () => {
    const { from, until } = await run();
    expect(await oneWaits()).toMatchObject({
      ...{ subjectId: schedule.id, on: 'agency', right: 'exports:write' },
      facts: { from, until },
    });
    server.refusal = undefined;
    expect((await sendAgain()).status).toBe(200);
    await expect.poll(tasks).toEqual([]);
    await expect.poll(run).toMatchObject({ mails: [{ state: 'sent' }] });
  });

  it('is a task no more once its file is removed, for there is nothing to send', async () => {
    const { dueAt } = await oneWaits();
    room.clock.advance({ ms: new Date(dueAt).getTime() - room.clock.millis() });
    staff = await room.staff(agency);
    await room.files.round();
    await expect.poll(tasks).toEqual([]);
  });

  it('is a task no more when the schedule is taken away', async () => {
    await oneWaits();
    await staff.delete(path());
    await expect.poll(tasks).toEqual([]);
  });
});

describe('an export by calendar that could not be made', () => {
  beforeEach(async () => {
    noRoom();
    await itsDay();
    await expect.poll(run).toMatchObject({ state: 'failed', mails: [] });
  });

  it('is a task until it is made anew; then it is mailed as on its day', async () => {
    // Two days after the one on which it failed, and their midnight.
    const dueAt = startOfDay(dayAfter(dayOf(room.clock.now()), 3)).toISOString();
    expect(await oneWaits()).toMatchObject({ subjectId: schedule.id, dueAt });
    vi.restoreAllMocks();
    const asked = await Promise.all([sendAgain(), sendAgain()]);
    expect(asked.map(({ status }) => status)).toContain(200);
    await expect.poll(run).toMatchObject({ state: 'done', mails: [{ state: 'sent' }] });
    await expect.poll(tasks).toEqual([]);
    expect((await run()).mails).toHaveLength(1);
  });

  it('is a task again when it fails once more', async () => {
    await oneWaits();
    await sendAgain();
    await expect.poll(run).toMatchObject({ state: 'failed' });
    await oneWaits();
  });

  it('is made anew by nobody of another agency', async () => {
    const stranger = await room.staff(await room.agency());
    const again = await stranger.post(`${path()}/runs/${(await run()).exportId}/mail`);
    expect(again.status).toBe(404);
    expect(await run()).toMatchObject({ state: 'failed' });
  });
});

describe('an export that somebody asked for', () => {
  it('of more rows than a sheet has is refused in words, and is no task: they look at its page', async () => {
    noRoom();
    const { body } = await room.ask(staff, { format: 'xlsx' });
    expect(await room.made(staff, body.id)).toMatchObject({
      ...{ state: 'failed', trouble: 'too-many-rows', file: null },
    });
    expect(await tasks()).toEqual([]);
  });
});
