import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an agency looks to its merchants. The picture stands apart, so that reading the name stays cheap. */
export class AgencyHouseStyle1764000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agency
        add column language text not null default 'nl' check (language in ('nl', 'en')),
        add column colour text check (colour ~ '^#[0-9a-f]{6}$'),
        -- Counts up with each logo, also over a time without one: an address never means two pictures.
        add column logo_version int not null default 0;
      grant update (name, language, colour, logo_version) on agency to tb_app;
      create table agency_logo (
        agency_id uuid not null primary key references agency (agency_id),
        version int not null,
        png bytea not null
      );
    `);
    await protect(runner, 'agency_logo', {
      fence: 'readable',
      app: 'select, insert, update (version, png), delete',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table agency_logo;
      revoke update (name, language, colour, logo_version) on agency from tb_app;
      alter table agency drop column language, drop column colour, drop column logo_version;
    `);
  }
}
