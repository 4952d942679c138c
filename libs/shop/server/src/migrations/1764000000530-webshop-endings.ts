import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That a webshop ends (S11), and the history of URLs: one row per period in which a webshop had a
 * URL, which is what the bank's price is counted by (S27). Only what is in production is billed, and
 * a webshop stands in both environments, so there is one history per webshop.
 * `ending_set_by` is a login; a login belongs to no tenant, so there is no foreign key.
 */
export class WebshopEndings1764000000530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table webshop
        add column ends_on date,
        add column ends_at timestamptz,
        add column ending_reason text,
        add column ending_set_at timestamptz,
        add column ending_set_by uuid,
        add check (num_nulls(ends_on, ends_at, ending_set_at) in (0, 3)),
        add check (ends_on is not null or (ending_reason is null and ending_set_by is null));
      grant update (ends_on, ends_at, ending_reason, ending_set_at, ending_set_by)
        on webshop to tb_app;

      create table url_period (
        agency_id uuid not null,
        webshop_id uuid not null,
        -- The period is half open: valid_from is in it, valid_until is not.
        valid_from timestamptz not null,
        valid_until timestamptz check (valid_until > valid_from),
        merchant_id uuid not null,
        shop_id uuid not null,
        url text not null,
        primary key (agency_id, webshop_id, valid_from),
        foreign key (agency_id, merchant_id, webshop_id)
          references webshop (agency_id, merchant_id, id),
        foreign key (agency_id, merchant_id, shop_id) references shop (agency_id, merchant_id, id)
      );
      create unique index url_period_open on url_period (agency_id, webshop_id)
        where valid_until is null;
      create index url_period_shop on url_period (agency_id, merchant_id, shop_id, valid_from);
    `);
    await protect(runner, 'url_period', {
      fence: 'fenced',
      app: 'select, insert, update (url, valid_until)',
    });
    await this.backfill(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table url_period;
      alter table webshop
        drop column ending_set_by, drop column ending_set_at, drop column ending_reason,
        drop column ends_at, drop column ends_on;
    `);
  }

  /** Nobody wrote down which URLs there were before: each webshop has had its own since it was made. */
  private async backfill(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into url_period
        (agency_id, webshop_id, valid_from, valid_until, merchant_id, shop_id, url)
      select w.agency_id, w.id, w.created_at, null, w.merchant_id, p.shop_id, w.url
      from webshop w
      join point_of_sale p on p.agency_id = w.agency_id and p.id = w.point_of_sale_id
    `);
    // Under forced policies a backfill that may see nothing changes nothing, without an error; and
    // counts nothing, either. Who they hold for must be whom the policy of the owner is for.
    const [counted] = (await runner.query(`
      select (select count(*) from webshop) = (select count(*) from url_period)
        and (not row_security_active('webshop') or exists (
          select from pg_policy p, unnest(p.polroles) as role
          where p.polrelid = 'webshop'::regclass and p.polname = 'owner'
            and pg_has_role(role, 'usage'))) as right
    `)) as { right: boolean }[];
    if (!counted?.right) throw new Error('Not every webshop has its URL in the history.');
  }
}
