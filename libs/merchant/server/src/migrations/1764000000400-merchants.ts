import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Merchants1764000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table merchant (
        agency_id uuid not null references agency (agency_id),
        id uuid not null,
        name text not null,
        name_search text not null collate "C",
        kvk_number text check (kvk_number ~ '^[0-9]{8}$'),
        created_at timestamptz not null,
        primary key (agency_id, id)
      );
      create index merchant_name on merchant (agency_id, name_search, id);

      -- Members are kept two floors below; here both ends are in sight.
      alter table agency_member add foreign key (agency_id) references agency (agency_id);
      alter table merchant_member
        add foreign key (agency_id, merchant_id) references merchant (agency_id, id);
    `);
    await protect(runner, 'merchant', {
      fence: 'self',
      app: 'select, insert, update (name, name_search, kvk_number)',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table merchant_member drop constraint merchant_member_agency_id_merchant_id_fkey;
      alter table agency_member drop constraint agency_member_agency_id_fkey;
      drop table merchant;
    `);
  }
}
