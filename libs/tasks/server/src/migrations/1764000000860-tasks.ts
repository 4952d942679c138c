import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits on somebody. `told_by` is the event that said so last. An end that is told before its
 * beginning leaves a row with a key and nothing else, so that the beginning opens nothing any more.
 */
export class Tasks1764000000860 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table task (
        agency_id uuid not null,
        id uuid not null,
        key text not null,
        told_by uuid not null,
        is_open boolean not null,
        merchant_id uuid,
        webshop_id uuid,
        environment text check (environment in ('sandbox', 'production')),
        kind text,
        subject_id uuid,
        waits_on text check (waits_on in ('agency', 'merchant', 'bank')),
        needs_right text,
        since timestamptz,
        due_at timestamptz,
        facts jsonb,
        owner_id uuid,
        ended_at timestamptz,
        primary key (agency_id, id),
        constraint task_key unique (agency_id, key),
        foreign key (agency_id, merchant_id) references merchant (agency_id, id),
        foreign key (agency_id, merchant_id, webshop_id)
          references webshop (agency_id, merchant_id, id),
        check (not is_open or (kind is not null and subject_id is not null and waits_on is not null
          and needs_right is not null and since is not null and facts is not null))
      );
      create index task_waiting on task (agency_id, (coalesce(due_at, 'infinity')), since, id)
        where is_open;
    `);
    await protect(runner, 'task', { fence: 'fenced', app: 'select, insert, update' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table task');
  }
}
