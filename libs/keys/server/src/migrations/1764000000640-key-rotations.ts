import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Renewals of the bank's keys; one at a time in a webshop environment. */
export class KeyRotations1764000000640 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table key_version
        add constraint key_version_of_merchant unique (agency_id, merchant_id, id);
      create table key_rotation (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid not null,
        webshop_id uuid not null,
        environment text not null,
        state text not null
          check (state in ('staged', 'dual', 'cut-over', 'retired', 'abandoned')),
        old_id uuid not null,
        fresh_id uuid not null,
        begun_at timestamptz not null,
        cut_over_at timestamptz,
        ended_at timestamptz,
        primary key (agency_id, id),
        foreign key (agency_id, merchant_id, webshop_id, environment)
          references webshop_environment (agency_id, merchant_id, webshop_id, environment),
        foreign key (agency_id, merchant_id, old_id)
          references key_version (agency_id, merchant_id, id),
        foreign key (agency_id, merchant_id, fresh_id)
          references key_version (agency_id, merchant_id, id),
        check ((ended_at is not null) = (state in ('retired', 'abandoned')))
      );
      create unique index key_rotation_one_open
        on key_rotation (agency_id, webshop_id, environment) where ended_at is null;
      create index key_rotation_newest on key_rotation (agency_id, environment, id desc);
    `);
    await protect(runner, 'key_rotation', { fence: 'fenced', app: 'select, insert, update' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table key_rotation;
      alter table key_version drop constraint key_version_of_merchant;
    `);
  }
}
