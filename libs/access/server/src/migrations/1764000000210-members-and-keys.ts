import { openColumns, protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who belongs where, and the keys of webshops. `login_id` has no foreign key: a login belongs to no
 * tenant. What agencies, merchants and webshops these rows point at is said by the rooms that keep those.
 */
export class AccessMembersAndKeys1764000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agency_member (
        agency_id uuid not null,
        login_id uuid not null,
        role text not null
          check (role in ('owner', 'admin', 'developer', 'support', 'finance', 'viewer')),
        created_at timestamptz not null,
        primary key (agency_id, login_id)
      );
      create table merchant_member (
        agency_id uuid not null,
        merchant_id uuid not null,
        login_id uuid not null,
        role text not null check (role in ('owner', 'viewer')),
        created_at timestamptz not null,
        primary key (agency_id, merchant_id, login_id)
      );
      create table api_key (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid not null,
        webshop_id uuid not null,
        environment text not null check (environment in ('sandbox', 'production')),
        prefix text not null,
        created_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        primary key (agency_id, id)
      );
      create index api_key_place on api_key (agency_id, webshop_id, environment, id);
    `);
    await protect(runner, 'agency_member', { fence: 'closed', app: 'select, insert' });
    await protect(runner, 'merchant_member', { fence: 'fenced', app: 'select, insert' });
    await protect(runner, 'api_key', {
      fence: 'fenced',
      app: 'select, insert, update (last_used_at, revoked_at)',
    });
    // To know, at sign-in, where somebody belongs; what they are there is read as that tenant.
    await openColumns(runner, 'agency_member', {
      to: 'tb_door',
      columns: ['agency_id', 'login_id'],
    });
    await openColumns(runner, 'merchant_member', {
      to: 'tb_door',
      columns: ['agency_id', 'merchant_id', 'login_id'],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table api_key; drop table merchant_member; drop table agency_member');
  }
}
