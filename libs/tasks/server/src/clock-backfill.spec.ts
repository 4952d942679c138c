import { newId } from '@toonbank/primitives';
import { PastDatabase } from '@toonbank/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EveryTaskAClock1764000001140 } from './migrations/1764000001140-every-task-a-clock';
import { tasksTables } from './tables';

let past: PastDatabase;
beforeEach(async () => {
  past = await PastDatabase.before(EveryTaskAClock1764000001140, [tasksTables]);
});
afterEach(() => past.close());

const told = (key: string, more: Readonly<Record<string, unknown>>) => ({
  ...{ agency_id: agencyId, id: newId(), key, told_by: newId(), is_open: true },
  ...{ kind: 'order-look', subject_id: newId(), waits_on: 'agency', needs_right: 'orders:read' },
  ...{ since: '2026-10-01T09:00:00Z', facts: '{}', ...more },
});
const agencyId = newId();

/** In whole days from now, of the open ones. */
async function clocks(): Promise<Record<string, number>> {
  const { rows } = await past.rows.query<{ key: string; days: number }>(
    `select key, round(extract(epoch from due_at - now()) / 86400)::int as days
     from task where is_open order by key`,
  );
  return Object.fromEntries(rows.map(({ key, days }) => [key, days]));
}

describe('a task of before every task had a clock', () => {
  it('has a week from now on, and others keep theirs', async () => {
    await past.into('task', told('without', {}));
    await past.into('task', told('with', { due_at: new Date(Date.now() + 2 * 86_400_000) }));
    await past.into('task', told('over', { is_open: false }));
    await past.migrated();
    expect(await clocks()).toEqual({ with: 2, without: 7 });
  });

  it('is not passed over by who does not see it: nothing is migrated', async () => {
    await past.into('task', told('without', {}));
    await past.rows.query('drop policy owner on task');
    await expect(past.migrated()).rejects.toThrow('task_clock');
  });
});
