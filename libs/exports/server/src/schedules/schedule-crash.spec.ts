import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExportPage, Schedule, ScheduleRuns } from '@toonbank/exports/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { systemProcess, type TestCaller, type TestProcess } from '@toonbank/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ExportRoom } from '../exports.testing';

// Who dies is a process of its own, in the time of the machine.
const outbox = mkdtempSync(join(tmpdir(), 'toonbank-schedule-crash-'));
const exportDir = mkdtempSync(join(tmpdir(), 'toonbank-schedule-files-'));
const recipients = ['een@example.test', 'twee@example.test'];
const patience = { timeout: 60_000 };

let room: ExportRoom;
let agency: Scope;
let staff: TestCaller;
let schedule: Schedule;
let processes: TestProcess[];

beforeAll(async () => {
  const mail = { url: pathToFileURL(outbox).href, from: 'post@toonbank.test' };
  const config = { mail, exportDir, leaseMs: 1_000 };
  room = await ExportRoom.open({ works: 'by-hand', clock: new Clock(), config });
});

beforeEach(async () => {
  processes = [];
  agency = await room.agency();
  staff = await room.staff(agency);
  const { body } = await staff.post<Schedule>('/v1/export-schedules', {
    ...{ environment: 'production', kind: 'orders', format: 'csv', recipients },
    rhythm: { every: 'week', day: 1, hour: 6 },
  });
  schedule = body;
  await itsDayWasAWeekEarlier();
});

afterEach(async () => {
  await Promise.all(processes.map((one) => one.stop('SIGKILL')));
});

afterAll(() => room.close());

/** It is due now, and after that in the week to come. */
function itsDayWasAWeekEarlier(): Promise<unknown> {
  return room.app.get(Work).run(agency, (tx) =>
    tx.sql(
      `update export_schedule
       set next_at = next_at - interval '7 days', next_from = next_from - 7 where id = $1`,
      [schedule.id],
    ),
  );
}

async function start(app: 'worker' | 'exports', failpoint?: string): Promise<TestProcess> {
  const dies = failpoint ? { failpoint } : {};
  const one = await systemProcess(room.test.config, { app, ...dies });
  processes.push(one);
  return one;
}

async function dies(app: 'worker' | 'exports', failpoint: string): Promise<void> {
  expect(await (await start(app, failpoint)).ended()).toBe('SIGKILL');
}

const made = async () =>
  (await staff.get<ExportPage>(`/v1/exports?scheduleId=${schedule.id}`)).body.items;
const runs = async () =>
  (await staff.get<ScheduleRuns>(`/v1/export-schedules/${schedule.id}/runs`)).body.runs;

/** Mails of the outbox that lead to a file of the run. */
function mailsOf(address: string): number {
  if (!existsSync(outbox)) return 0;
  const files = readdirSync(outbox).filter((file) => file.endsWith('.eml'));
  const texts = files.map((file) => readFileSync(join(outbox, file), 'utf8'));
  return texts.filter((text) => text.includes(`To: ${address}`)).length;
}

const mailed = () => recipients.map(mailsOf);

/** One export, done, and to each address one more mail than before. */
async function onceMore(before: readonly number[]): Promise<void> {
  const sent = recipients.map((to) => ({ to, state: 'sent' }));
  await expect.poll(runs, patience).toMatchObject([{ state: 'done', mails: sent }]);
  expect(await made()).toHaveLength(1);
  expect(mailed()).toEqual(before.map((count) => count + 1));
  const { body } = await staff.get<Schedule>(`/v1/export-schedules/${schedule.id}`);
  expect([body.nextAt, body.nextFrom]).toEqual([schedule.nextAt, schedule.nextFrom]);
}

describe('kill -9 of who asks by calendar', () => {
  it.each([
    ['with the export asked for, before that stands', 'schedule-ask.put', 0],
    ['with it asked for, and nobody told', 'schedule-ask.done', 1],
  ])(
    '%s: one export comes, and one mail to each',
    async (_when, failpoint, left) => {
      const before = mailed();
      await dies('worker', failpoint);
      expect(await made()).toHaveLength(left);
      await start('worker');
      await start('exports');
      await onceMore(before);
    },
    120_000,
  );
});

describe('kill -9 of who finishes an export by calendar', () => {
  it.each([
    ['with its links and mails, before they stand', 'export.finishing', []],
    ['with both, and nobody told', 'export.finished', recipients],
  ])(
    '%s: one file is left, and one mail to each',
    async (_when, failpoint, waiting) => {
      const before = mailed();
      const worker = await start('worker');
      await expect.poll(made, patience).toHaveLength(1);
      await worker.stop();
      await dies('exports', failpoint);
      const [{ mails = [] } = {}] = await runs();
      expect(mails).toMatchObject(waiting.map((to) => ({ to, state: 'waiting' })));
      expect(mailed()).toEqual(before);
      await start('worker');
      await start('exports');
      await onceMore(before);
    },
    120_000,
  );
});
