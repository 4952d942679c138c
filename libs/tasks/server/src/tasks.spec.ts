import { newId } from '@toonbank/primitives';
import type { Colleagues, Task, TaskCount, TaskPage } from '@toonbank/tasks/contract';
import type { TestCaller } from '@toonbank/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TaskRoom } from './tasks.testing';

let room: TaskRoom;
beforeAll(async () => (room = await TaskRoom.open()));
afterAll(() => room.close());

async function listed(caller: TestCaller, query = ''): Promise<Task[]> {
  return (await caller.get<TaskPage>(`/v1/tasks${query}`)).body.items;
}

const subjects = (tasks: readonly Task[]) => tasks.map(({ subjectId }) => subjectId);

describe('the list of tasks', () => {
  it('shows what a room says that waits: where, on whom, since when and until when', async () => {
    const desk = await room.desk();
    const { caller } = await room.staff(desk, 'support');
    const subjectId = newId();
    await room.opened(desk, { subjectId });
    await room.heard();
    expect(await listed(caller)).toEqual([
      {
        ...{ id: expect.any(String) as string, kind: 'order-look', subjectId, on: 'agency' },
        ...{ merchantId: desk.merchantId, merchantName: 'Demo Kaas', webshopId: desk.webshopId },
        ...{ host: 'kaas.example', environment: 'production', right: 'orders:read' },
        ...{ since: room.clock.now().toISOString(), owner: null },
        dueAt: new Date(room.clock.millis() + 86_400_000).toISOString(),
        facts: { number: 'DEMO1' },
      },
    ]);
  });

  it('lets go of what is over, and takes up what waits again', async () => {
    const desk = await room.desk();
    const { caller } = await room.staff(desk, 'owner');
    await room.opened(desk, { key: 'a' });
    await room.closed(desk, 'a');
    await room.heard();
    expect(await listed(caller)).toEqual([]);
    await room.opened(desk, { key: 'a', facts: { number: 'DEMO2' } });
    await room.heard();
    expect((await listed(caller)).map(({ facts }) => facts)).toEqual([{ number: 'DEMO2' }]);
  });

  it('has one task for one key, and the newest word on it', async () => {
    const desk = await room.desk();
    const { caller } = await room.staff(desk, 'owner');
    await room.opened(desk, { key: 'a', on: 'bank' });
    await room.opened(desk, { key: 'a', on: 'merchant' });
    await room.heard();
    expect((await listed(caller)).map(({ on }) => on)).toEqual(['merchant']);
  });

  it('goes by the nearest clock, then by who waits longest, page after page', async () => {
    const desk = await room.desk();
    const { caller } = await room.staff(desk, 'owner');
    const [at, ids] = [room.clock.millis(), Array.from({ length: 5 }, () => newId())];
    const day = 86_400_000;
    const when = [
      { since: new Date(at - day), dueAt: new Date(at + 3 * day) },
      { since: new Date(at), dueAt: new Date(at + 2 * day) },
      { since: new Date(at - 2 * day), dueAt: new Date(at + 3 * day) },
      { since: new Date(at), dueAt: new Date(at - day) },
      { since: new Date(at - day), dueAt: new Date(at + 2 * day) },
    ];
    for (const [i, times] of when.entries()) {
      await room.opened(desk, { subjectId: ids[i]!, ...times });
    }
    await room.heard();
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const path: string = `/v1/tasks?limit=2${after && `&after=${after}`}`;
      const { body } = await caller.get<TaskPage>(path);
      seen.push(...subjects(body.items));
      after = body.next;
    }
    expect(seen).toEqual([ids[3], ids[4], ids[1], ids[2], ids[0]]);
  });

  it('is narrowed to a merchant, a kind, who has the ball and who took it', async () => {
    const desk = await room.desk();
    const { caller, id } = await room.staff(desk, 'finance');
    const [mine, banks] = [newId(), newId()];
    await room.opened(desk, { subjectId: mine });
    await room.opened(desk, { subjectId: banks, on: 'bank', kind: 'refund-elsewhere' });
    await room.heard();
    const [task] = await listed(caller, '?on=agency');
    await caller.put(`/v1/tasks/${task!.id}/owner`, { owner: id });
    expect(subjects(await listed(caller, '?owner=me'))).toEqual([mine]);
    expect(subjects(await listed(caller, `?owner=${id}`))).toEqual([mine]);
    expect(subjects(await listed(caller, '?owner=nobody'))).toEqual([banks]);
    expect(subjects(await listed(caller, '?kind=refund-elsewhere'))).toEqual([banks]);
    expect(await listed(caller, `?merchantId=${newId()}`)).toEqual([]);
  });

  it('is counted by what asks the agency: its own, and what is late with others', async () => {
    const desk = await room.desk();
    const { caller } = await room.staff(desk, 'support');
    const count = async () => (await caller.get<TaskCount>('/v1/tasks/count')).body;
    expect(await count()).toEqual({ asking: 0 });
    const at = room.clock.millis();
    await room.opened(desk, {});
    await room.opened(desk, { on: 'bank' });
    await room.opened(desk, { on: 'bank', dueAt: new Date(at + 60_000) });
    await room.opened(desk, { on: 'merchant', dueAt: new Date(at - 1) });
    await room.opened(desk, { environment: 'sandbox' });
    await room.heard();
    expect(await count()).toEqual({ asking: 2 });
    room.clock.advance({ ms: 60_000 });
    expect(await count()).toEqual({ asking: 3 });
  });

  it('keeps the sandbox apart, and what is of the whole agency with production', async () => {
    const desk = await room.desk();
    const { caller } = await room.staff(desk, 'owner');
    const [sandbox, whole] = [newId(), newId()];
    await room.opened(desk, { subjectId: sandbox, environment: 'sandbox' });
    const nowhere = { merchantId: null, webshopId: null, environment: null };
    await room.opened(desk, { subjectId: whole, ...nowhere });
    await room.heard();
    expect(subjects(await listed(caller))).toEqual([whole]);
    expect(subjects(await listed(caller, '?environment=sandbox'))).toEqual([sandbox]);
  });
});

describe('a task', () => {
  it('is taken, handed over and put back, and the log says so', async () => {
    const desk = await room.desk();
    const [owner, support] = [await room.staff(desk, 'owner'), await room.staff(desk, 'support')];
    await room.opened(desk);
    await room.heard();
    const [task] = await listed(owner.caller);
    const path = `/v1/tasks/${task!.id}/owner`;
    const taken = await support.caller.put<Task>(path, { owner: support.id });
    expect(taken.body.owner).toEqual({ id: support.id, email: support.email });
    const given = await support.caller.put<Task>(path, { owner: owner.id });
    expect(given.body.owner?.email).toBe(owner.email);
    expect((await owner.caller.put<Task>(path, { owner: null })).body.owner).toBeNull();
    const log = await owner.caller.get<{ items: { act: string }[] }>('/v1/audit');
    const acts = log.body.items.map(({ act }) => act).filter((act) => act.startsWith('task.'));
    expect(acts).toEqual(['task.put-back', 'task.handed-over', 'task.taken']);
  });

  it('stays with who took it when the room says more of it', async () => {
    const desk = await room.desk();
    const { caller, id } = await room.staff(desk, 'owner');
    await room.opened(desk, { key: 'a' });
    await room.heard();
    const [task] = await listed(caller);
    await caller.put(`/v1/tasks/${task!.id}/owner`, { owner: id });
    await room.opened(desk, { key: 'a', facts: { number: 'DEMO3' } });
    await room.heard();
    expect((await listed(caller)).map(({ owner }) => owner?.id)).toEqual([id]);
  });

  it('goes to nobody but colleagues who work on tasks', async () => {
    const desk = await room.desk();
    const { caller, id } = await room.staff(desk, 'owner');
    const viewer = await room.staff(desk, 'viewer');
    await room.opened(desk);
    await room.heard();
    const [task] = await listed(caller);
    for (const owner of [viewer.id, newId()]) {
      const { status, body } = await caller.put(`/v1/tasks/${task!.id}/owner`, { owner });
      expect([status, body]).toMatchObject([422, { code: 'task-owner' }]);
    }
    expect((await listed(caller))[0]!.owner).toBeNull();
    const { body } = await caller.get<Colleagues>('/v1/tasks/colleagues');
    expect(body.colleagues.map((colleague) => colleague.id)).toEqual([id]);
    expect((await viewer.caller.get('/v1/tasks')).status).toBe(403);
  });

  it('that is over can be taken by nobody', async () => {
    const desk = await room.desk();
    const { caller, id } = await room.staff(desk, 'owner');
    await room.opened(desk, { key: 'a' });
    await room.heard();
    const [task] = await listed(caller);
    await room.closed(desk, 'a');
    await room.heard();
    expect((await caller.put(`/v1/tasks/${task!.id}/owner`, { owner: id })).status).toBe(404);
  });
});
