import { openColumns, protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Renewals of the keys of many webshops at once. How far each webshop is stands in its own renewal. */
export class KeyRotationBatches1764000000690 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table key_rotation
        add constraint key_rotation_of_merchant unique (agency_id, merchant_id, id);
      create table key_rotation_batch (
        agency_id uuid not null,
        id uuid not null,
        environment text not null check (environment in ('sandbox', 'production')),
        state text not null check (state in ('planned', 'running', 'stopped', 'ended')),
        retires boolean not null,
        planned_at timestamptz not null,
        planned_by uuid,
        started_at timestamptz,
        ended_at timestamptz,
        due_at timestamptz,
        primary key (agency_id, id),
        check ((ended_at is not null) = (state = 'ended')),
        check (due_at is null or state = 'running')
      );
      create index key_rotation_batch_newest
        on key_rotation_batch (agency_id, environment, id desc);
      create index key_rotation_batch_due on key_rotation_batch (agency_id, due_at)
        where due_at is not null;
      create table key_rotation_batch_item (
        agency_id uuid not null,
        batch_id uuid not null,
        webshop_id uuid not null,
        merchant_id uuid not null,
        barred text,
        version int,
        expires_at timestamptz,
        rotation_id uuid,
        trouble text,
        tries int not null check (tries >= 0),
        next_at timestamptz,
        primary key (agency_id, batch_id, webshop_id),
        foreign key (agency_id, batch_id) references key_rotation_batch (agency_id, id),
        foreign key (agency_id, merchant_id, webshop_id)
          references webshop (agency_id, merchant_id, id),
        foreign key (agency_id, merchant_id, rotation_id)
          references key_rotation (agency_id, merchant_id, id)
      );
    `);
    const app = 'select, insert, update';
    await protect(runner, 'key_rotation_batch', { fence: 'closed', app });
    await protect(runner, 'key_rotation_batch_item', { fence: 'closed', app });
    await openColumns(runner, 'key_rotation_batch', {
      to: 'tb_sweeper',
      columns: ['agency_id', 'id', 'due_at'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table key_rotation_batch_item, key_rotation_batch;
      alter table key_rotation drop constraint key_rotation_of_merchant;
    `);
  }
}
