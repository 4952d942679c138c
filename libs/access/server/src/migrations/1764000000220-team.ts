import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What letting people in and out needs: links that work once (found by hash, like API keys), the
 * moment a session was last proven, and a count of passwords, by which two acts on one login notice
 * each other.
 */
export class AccessTeam1764000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table login add column password_version int not null default 1;
      grant select (password_version) on login to tb_door;
      grant select (password_version), update (password_hash, password_version) on login to tb_app;

      alter table session add column proven_at timestamptz,
        add column browser text, add column system text;
      update session set proven_at = created_at;
      alter table session alter column proven_at set not null;
      create index session_login on session (login_id, last_seen_at);
      grant select (created_at, proven_at, browser, system) on session to tb_door;
      grant select (agency_id, merchant_id, created_at, proven_at, browser, system),
        insert (proven_at, browser, system), update (proven_at) on session to tb_app;

      grant update (role), delete on agency_member to tb_app;
      grant update (role), delete on merchant_member to tb_app;

      create table invitation (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid,
        email text not null check (email = lower(email)),
        role text not null
          check (role in ('owner', 'admin', 'developer', 'support', 'finance', 'viewer')),
        -- Null: the operator. A link is worth what its maker may do when it is used.
        made_by uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        primary key (agency_id, id),
        check (merchant_id is null or role in ('owner', 'viewer'))
      );
      create unique index invitation_open on invitation (agency_id, merchant_id, email)
        nulls not distinct where accepted_at is null and withdrawn_at is null;

      create table invitation_route (
        token_hash bytea not null primary key,
        agency_id uuid not null,
        merchant_id uuid,
        invitation_id uuid not null
      );
      grant select on invitation_route to tb_door;
      grant insert (token_hash, agency_id, merchant_id, invitation_id) on invitation_route to tb_app;

      create table reset_route (
        id uuid not null primary key,
        token_hash bytea not null unique,
        agency_id uuid not null,
        login_id uuid not null references login (id),
        made_by uuid not null,
        expires_at timestamptz not null,
        closed_at timestamptz
      );
      create index reset_route_login on reset_route (login_id);
      grant select on reset_route to tb_door;
      grant select (id, login_id, closed_at),
        insert (id, token_hash, agency_id, login_id, made_by, expires_at),
        update (closed_at) on reset_route to tb_app;
    `);
    await protect(runner, 'invitation', {
      fence: 'fenced',
      app: 'select, insert, update (accepted_at, withdrawn_at)',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table reset_route; drop table invitation_route; drop table invitation;
      revoke update (role), delete on agency_member from tb_app;
      revoke update (role), delete on merchant_member from tb_app;
      drop index session_login;
      alter table session drop column proven_at, drop column browser, drop column system;
      alter table login drop column password_version;
    `);
  }
}
