import { openColumns } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Up to which month the list of tasks was told what can be closed (null: something changed since), and
 * when it was told that an invoice is late.
 */
export class BillingWaits1764000000910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table billing_settings add told_until text;
      grant update (told_until) on billing_settings to tb_app;
      alter table invoice add late_told_at timestamptz;
      grant update (late_told_at) on invoice to tb_app;
      create index invoice_unpaid on invoice (agency_id, due_on)
        where sent_on is not null and paid_on is null and credited_by is null
          and late_told_at is null;
    `);
    const to = 'tb_sweeper';
    await openColumns(runner, 'billing_settings', { to, columns: ['agency_id', 'told_until'] });
    await openColumns(runner, 'invoice', {
      to,
      columns: [
        ...['agency_id', 'id', 'due_on', 'sent_on', 'paid_on', 'credited_by', 'late_told_at'],
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy tb_sweeper on invoice;
      revoke select (agency_id, id, due_on, sent_on, paid_on, credited_by) on invoice
        from tb_sweeper;
      drop policy tb_sweeper on billing_settings;
      revoke select (agency_id) on billing_settings from tb_sweeper;
      alter table invoice drop late_told_at;
      alter table billing_settings drop told_until;
    `);
  }
}
