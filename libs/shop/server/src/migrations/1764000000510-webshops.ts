import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Webshops1764000000510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webshop (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid not null,
        point_of_sale_id uuid not null,
        url text not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        unique (agency_id, merchant_id, id),
        foreign key (agency_id, merchant_id, point_of_sale_id)
          references point_of_sale (agency_id, merchant_id, id)
      );
      create table webshop_environment (
        agency_id uuid not null,
        webshop_id uuid not null,
        environment text not null check (environment in ('sandbox', 'production')),
        merchant_id uuid not null,
        poi_id text check (poi_id ~ '^[1-9][0-9]{0,18}$'),
        primary key (agency_id, webshop_id, environment),
        unique (agency_id, merchant_id, webshop_id, environment),
        constraint webshop_environment_poi unique (agency_id, environment, poi_id),
        foreign key (agency_id, merchant_id, webshop_id)
          references webshop (agency_id, merchant_id, id)
      );
      -- A directory table: no policy, ids only, no foreign keys into tenant tables. One poiId may
      -- stand in both environments.
      create table poi_route (
        agency_id uuid not null,
        webshop_id uuid not null,
        environment text not null,
        poi_id text not null,
        primary key (agency_id, webshop_id, environment)
      );
      create index poi_route_poi on poi_route (agency_id, poi_id);
      grant select (agency_id, poi_id, webshop_id, environment) on poi_route to tb_door;
      grant insert (agency_id, webshop_id, environment, poi_id),
        select (agency_id, webshop_id, environment), delete on poi_route to tb_app;

      -- API keys are kept two floors below; here both ends are in sight.
      alter table api_key
        add foreign key (agency_id, merchant_id, webshop_id, environment)
        references webshop_environment (agency_id, merchant_id, webshop_id, environment);
    `);
    await protect(runner, 'webshop', { fence: 'fenced', app: 'select, insert' });
    await protect(runner, 'webshop_environment', {
      fence: 'fenced',
      app: 'select, insert, update (poi_id)',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table api_key drop constraint
        api_key_agency_id_merchant_id_webshop_id_environment_fkey;
      drop table poi_route;
      drop table webshop_environment;
      drop table webshop;
    `);
  }
}
