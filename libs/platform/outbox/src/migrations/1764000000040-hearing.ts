import { openColumns, protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Events that rooms hear: `due_at` is when the relay takes one next, null when every hearer has it
 * or none is meant to. What is about an agency as a whole stands in no webshop.
 */
export class Hearing1764000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outbox_event
        alter merchant_id drop not null,
        alter webshop_id drop not null,
        alter environment drop not null,
        add due_at timestamptz,
        add tries int not null default 0;
      create index outbox_due on outbox_event (agency_id, due_at) where due_at is not null;
      grant update (due_at, tries) on outbox_event to tb_app;
      create table outbox_receipt (
        agency_id uuid not null,
        event_id uuid not null,
        hearer text not null,
        heard_at timestamptz not null,
        primary key (agency_id, event_id, hearer)
      );
    `);
    await protect(runner, 'outbox_receipt', { fence: 'closed', app: 'select, insert' });
    await openColumns(runner, 'outbox_event', {
      to: 'tb_sweeper',
      columns: ['agency_id', 'id', 'due_at'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table outbox_receipt;
      drop policy tb_sweeper on outbox_event;
      revoke select on outbox_event from tb_sweeper;
      revoke update (due_at, tries) on outbox_event from tb_app;
      alter table outbox_event drop due_at, drop tries;
    `);
  }
}
