import type { MigrationInterface, QueryRunner } from 'typeorm';

const rule = 'task_clock';

/**
 * Nothing waits without a clock: what did has a week from now on. The rule looks at every row, so a
 * migration that was not shown one fails.
 */
export class EveryTaskAClock1764000001140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update task set due_at = now() + interval '7 days' where is_open and due_at is null;
      alter table task add constraint ${rule} check (not is_open or due_at is not null);
      drop index task_waiting;
      create index task_waiting on task (agency_id, due_at, since, id) where is_open;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index task_waiting;
      create index task_waiting on task (agency_id, (coalesce(due_at, 'infinity')), since, id)
        where is_open;
      alter table task drop constraint ${rule};
    `);
  }
}
