import { openColumns, protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that waits to go out. A letter is kept only as long as it may have to be sent again. */
export class Mail1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mail (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid,
        about_kind text not null,
        about_id uuid not null,
        to_address text not null,
        letter bytea,
        state text not null default 'waiting' check (state in ('waiting', 'sent', 'given-up')),
        tries int not null default 0,
        due_at timestamptz not null,
        worth_until timestamptz not null,
        created_at timestamptz not null,
        ended_at timestamptz,
        trouble text,
        primary key (agency_id, id),
        check ((state = 'waiting') = (letter is not null)),
        check ((state = 'waiting') = (ended_at is null))
      );
      create index mail_waiting on mail (agency_id, due_at) where state = 'waiting';
      create index mail_about on mail (agency_id, about_kind, about_id, id);
    `);
    await protect(runner, 'mail', {
      fence: 'fenced',
      app: 'select, insert, update (letter, state, tries, due_at, ended_at, trouble)',
    });
    await openColumns(runner, 'mail', {
      to: 'tb_sweeper',
      columns: ['agency_id', 'id', 'state', 'due_at'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail');
  }
}
