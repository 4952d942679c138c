import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Directory tables: what must be found before the tenant is known. No policies, so the grants are all
 * there is: columns by name, and the application can't read a password hash or a token hash.
 */
export class AccessDirectory1764000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table login (
        id uuid not null primary key,
        email text not null unique check (email = lower(email)),
        password_hash text not null,
        failed_attempts int not null default 0,
        locked_until timestamptz,
        created_at timestamptz not null
      );
      grant select (id, email, password_hash, locked_until) on login to tb_door;
      grant select (id, email, failed_attempts, locked_until),
        insert (id, email, password_hash, created_at),
        update (failed_attempts, locked_until) on login to tb_app;

      create table session (
        id uuid not null primary key,
        token_hash bytea not null unique,
        login_id uuid not null references login (id),
        agency_id uuid,
        merchant_id uuid check (merchant_id is null or agency_id is not null),
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      grant select (id, token_hash, login_id, agency_id, merchant_id, last_seen_at, expires_at,
        ended_at) on session to tb_door;
      grant select (id, login_id, last_seen_at, expires_at, ended_at),
        insert (id, token_hash, login_id, agency_id, merchant_id, created_at, last_seen_at, expires_at),
        update (last_seen_at, ended_at) on session to tb_app;

      create table api_key_route (
        key_hash bytea not null primary key,
        agency_id uuid not null,
        merchant_id uuid not null,
        webshop_id uuid not null,
        environment text not null check (environment in ('sandbox', 'production')),
        api_key_id uuid not null
      );
      create index api_key_route_key on api_key_route (agency_id, api_key_id);
      grant select on api_key_route to tb_door;
      grant select (agency_id, api_key_id), delete,
        insert (key_hash, agency_id, merchant_id, webshop_id, environment, api_key_id)
        on api_key_route to tb_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table api_key_route; drop table session; drop table login');
  }
}
