import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What pages about shops need: names that can be changed, the software of a webshop, and per
 * environment how far it is: what a person said is done at the bank, and since when keys are proven.
 * `added_by` and `signed_by` are logins; a login belongs to no tenant, so there is no foreign key.
 */
export class WebshopFacts1764000000520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table webshop
        add column software_kind text check (software_kind in ('plug-in', 'own-build', 'other')),
        add column software_name text,
        add check ((software_name is not null) = (coalesce(software_kind, '') in ('plug-in', 'other')));
      alter table webshop_environment
        add column keys_proven_at timestamptz,
        add column added_at timestamptz,
        add column added_by uuid,
        add column signed_at timestamptz,
        add column signed_by uuid,
        add check (signed_at is null or added_at is not null);
      create index webshop_url on webshop (agency_id, url, id);
      create index webshop_point_of_sale on webshop (agency_id, point_of_sale_id, id);
      grant update (name) on shop to tb_app;
      grant update (name) on point_of_sale to tb_app;
      grant update (url, software_kind, software_name) on webshop to tb_app;
      grant update (keys_proven_at, added_at, added_by, signed_at, signed_by)
        on webshop_environment to tb_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update on webshop, shop, point_of_sale from tb_app;
      drop index webshop_point_of_sale;
      drop index webshop_url;
      alter table webshop_environment
        drop column signed_by, drop column signed_at, drop column added_by, drop column added_at,
        drop column keys_proven_at;
      alter table webshop drop column software_name, drop column software_kind;
    `);
  }
}
