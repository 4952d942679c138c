import type { TaskPage } from '@toonbank/tasks/contract';
import type { TestApp } from '@toonbank/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TaskRoom } from './tasks.testing';

/** As long as a dead worker keeps others from what it was to tell. */
const heldMs = 60_000;

// Nobody works in this process but in the times that tests name.
let room: TaskRoom;
let another: TestApp | undefined;
beforeAll(async () => (room = await TaskRoom.open({ works: false, now: new Date() })));
afterEach(() => another?.close());
afterAll(() => room.close());

describe('kill -9 of the worker that brings an event to the tasks', () => {
  it.each([
    ['inside the hearing: nothing of it is there', 'relay.hearing', 0],
    ['after the hearing and before it is noted: the task is there', 'relay.heard', 1],
  ])('%s, and another brings it to one task', async (_when, failpoint, left) => {
    const desk = await room.desk();
    const { caller } = await room.staff(desk, 'owner');
    const listed = async () => (await caller.get<TaskPage>('/v1/tasks')).body.items;
    await room.opened(desk);
    const worker = await room.process({ failpoint });
    expect(await worker.ended()).toBe('SIGKILL');
    const before = (await listed()).map(({ id }) => id);
    expect(before).toHaveLength(left);
    expect(await room.telling(desk)).toEqual({ waiting: 1, heard: left });
    another = await room.worker(new Date(Date.now() + heldMs));
    await expect.poll(() => room.telling(desk)).toEqual({ waiting: 0, heard: 1 });
    const after = (await listed()).map(({ id }) => id);
    expect(after).toHaveLength(1);
    expect(after).toEqual(expect.arrayContaining(before));
  });
});
