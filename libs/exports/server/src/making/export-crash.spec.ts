import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Export } from '@toonbank/exports/contract';
import { Clock, dayAfter, dayOf } from '@toonbank/platform/clock';
import type { Scope } from '@toonbank/platform/db';
import type { TestCaller, TestProcess } from '@toonbank/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ExportRoom } from '../exports.testing';

// Makers that die are processes of their own, in the time of the machine; here one makes by hand.
const exportDir = mkdtempSync(join(tmpdir(), 'toonbank-crash-'));
const rows = 40_000;
const config = { exportDir, leaseMs: 1_000 };

let room: ExportRoom;
let agency: Scope;
let staff: TestCaller;
let workers: TestProcess[];

beforeAll(async () => {
  room = await ExportRoom.open({ works: 'by-hand', clock: new Clock(), config });
  agency = await room.agency();
  const stall = await room.stall(agency);
  staff = await room.staff(agency);
  await room.manyOrders(stall, rows);
});

beforeEach(() => {
  workers = [];
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop('SIGKILL')));
});

afterAll(() => room.close());

async function work(failpoint?: string, nth?: number): Promise<TestProcess> {
  const worker = await room.maker(failpoint, nth);
  workers.push(worker);
  return worker;
}

async function ask(format: 'csv' | 'xlsx' = 'csv'): Promise<string> {
  const until = dayOf(new Date());
  return (await room.ask(staff, { from: dayAfter(until, -30), until, format })).body.id;
}

const read = async (id: string) => (await staff.get<Export>(`/v1/exports/${id}`)).body;

/** What lies in the store of one export. */
function filesOf(id: string): string[] {
  if (!existsSync(exportDir)) return [];
  const all = readdirSync(exportDir, { recursive: true }) as string[];
  return all.filter((file) => file.includes(id)).map((file) => file.split('/').at(-1)!);
}

/** Another maker, who begins as soon as the claim of the one that died is over. */
async function next(id: string): Promise<void> {
  const once = async () => {
    await room.making.make(agency.agencyId, id);
    return (await read(id)).endedAt;
  };
  await expect.poll(once, { timeout: 20_000 }).not.toBeNull();
}

/** Removed by the sweep of a maker, once nobody can be writing it any more. */
async function swept(id: string): Promise<void> {
  await work();
  await expect.poll(() => filesOf(id), { timeout: 20_000 }).toEqual([]);
}

async function whole(id: string): Promise<void> {
  const made = await room.made(staff, id, 25);
  expect(made).toMatchObject({ state: 'done', rows, total: rows });
  const { payload } = await room.fetched(await room.link(staff, id));
  const numbers = payload.match(/,A-\d+,/g)!;
  expect([numbers.length, new Set(numbers).size]).toEqual([rows, rows]);
  expect(payload.endsWith('\r\n')).toBe(true);
}

describe('kill -9 of the worker', () => {
  it.each([
    ['before the claim stands', 'export.claiming', 'queued', 1],
    ['with the claim, and nothing begun', 'export.claimed', 'running', 2],
    ['while rows are copied', 'export.copying', 'running', 2],
    ['with the file written and not in its place', 'export.before-complete', 'running', 2],
    ['with the file in its place', 'export.after-complete', 'running', 2],
    ['before the row is done', 'export.finishing', 'running', 2],
    ['with the row done', 'export.finished', 'done', 1],
  ])(
    '%s: one whole file is left',
    async (_when, failpoint, state, fence) => {
      const id = await ask();
      const dying = await work(failpoint);
      expect(await dying.ended()).toBe('SIGKILL');
      expect((await read(id)).state).toBe(state);
      await next(id);
      await whole(id);
      expect(filesOf(id)).toEqual([`${id}-${fence}.csv`]);
    },
    60_000,
  );

  it('each time ends it after the third: what kills three would kill a fourth', async () => {
    const id = await ask();
    for (let times = 0; times < 3; times++) {
      const dying = await work('export.copying', 2);
      expect(await dying.ended()).toBe('SIGKILL');
    }
    await next(id);
    expect(await read(id)).toMatchObject({ state: 'failed', trouble: 'gave-up' });
    expect(filesOf(id)).toHaveLength(1);
    await swept(id);
  }, 90_000);

  it('and somebody who stops it then leave nothing behind', async () => {
    const id = await ask();
    const dying = await work('export.after-complete');
    expect(await dying.ended()).toBe('SIGKILL');
    const { body } = await staff.post<Export>(`/v1/exports/${id}/cancel`);
    expect(body.state).toBe('cancelled');
    expect(filesOf(id)).toHaveLength(1);
    await swept(id);
  }, 60_000);
});

describe('a worker', () => {
  it('that is told to stop gives it back, and the next makes it at once', async () => {
    const id = await ask('xlsx');
    const first = await work();
    await expect.poll(() => read(id)).toMatchObject({ state: 'running', total: rows });
    await first.stop('SIGTERM');
    expect(await read(id)).toMatchObject({ state: 'queued', file: null });
    expect(filesOf(id)).toEqual([]);
    await work();
    expect(await room.made(staff, id, 40)).toMatchObject({ state: 'done', rows });
    expect(filesOf(id)).toEqual([`${id}-2.xlsx`]);
  }, 90_000);

  it('sees within a moment that somebody stopped it, and leaves nothing behind', async () => {
    const id = await ask('xlsx');
    await work();
    await expect.poll(async () => (await read(id)).rows).toBeGreaterThan(0);
    const { body } = await staff.post<Export>(`/v1/exports/${id}/cancel`);
    expect(body.state).toBe('cancelled');
    await expect.poll(() => filesOf(id)).toEqual([]);
    // Its connection is free again, and fit for the next.
    await whole(await ask());
    expect(await read(id)).toMatchObject({ state: 'cancelled', file: null });
  }, 60_000);
});
