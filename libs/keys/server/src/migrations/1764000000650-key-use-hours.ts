import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many messages each version of the bank's keys verified, per hour. */
export class KeyUseHours1764000000650 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table key_use_hour (
        agency_id uuid not null,
        webshop_id uuid not null,
        environment text not null,
        version int not null,
        at timestamptz not null,
        merchant_id uuid not null,
        messages int not null check (messages > 0),
        primary key (agency_id, webshop_id, environment, version, at),
        foreign key (agency_id, merchant_id, webshop_id, environment)
          references webshop_environment (agency_id, merchant_id, webshop_id, environment)
      );
    `);
    await protect(runner, 'key_use_hour', {
      fence: 'fenced',
      app: 'select, insert, update (messages), delete',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table key_use_hour');
  }
}
