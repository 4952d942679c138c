import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What lists and sums are read from: figures per day and status, so that nobody counts a million rows;
 * the method an order was paid with, beside the order; and ways to an order by amount, by what wants a
 * look, and by the bank's numbers.
 */
export class OrderFigures1764000000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders add column payment_brand text;
      create index orders_by_amount
        on orders (agency_id, environment, amount, created_at desc, id desc);
      create index orders_looked_at on orders (agency_id, environment, created_at desc, id desc)
        where needs_look;
      create index announcement_by_bank_number on announcement (agency_id, omnikassa_order_id)
        where omnikassa_order_id is not null;
      create index transaction_by_number on transaction (agency_id, id);
      create index order_result_of_order on order_result (agency_id, order_id)
        where order_id is not null;
      create table order_day (
        agency_id uuid not null,
        merchant_id uuid not null,
        webshop_id uuid not null,
        environment text not null check (environment in ('sandbox', 'production')),
        day date not null,
        status text not null check (status in
          ('ANNOUNCING', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'EXPIRED', 'REFUSED')),
        -- No check against less than nothing: it would look at a step down before it is added.
        orders bigint not null,
        amount bigint not null,
        paid bigint not null,
        primary key (agency_id, webshop_id, environment, day, status),
        foreign key (agency_id, merchant_id, webshop_id, environment)
          references webshop_environment (agency_id, merchant_id, webshop_id, environment)
      ) with (fillfactor = 70);
      create index order_day_of_agency on order_day (agency_id, environment, day);
    `);
    await protect(runner, 'order_day', { fence: 'fenced', app: 'select, insert, update' });
    await this.backfill(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table order_day;
      drop index orders_by_amount, orders_looked_at, announcement_by_bank_number,
        transaction_by_number, order_result_of_order;
      alter table orders drop column payment_brand;
    `);
  }

  private async backfill(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into order_day
        (agency_id, merchant_id, webshop_id, environment, day, status, orders, amount, paid)
      select agency_id, merchant_id, webshop_id, environment,
        (created_at at time zone 'Europe/Amsterdam')::date, status, count(*), sum(amount),
        sum(coalesce(paid_amount, 0))
      from orders group by 1, 2, 3, 4, 5, 6;
      update orders o set payment_brand = t.payment_brand
      from (
        select distinct on (agency_id, order_id) agency_id, order_id, payment_brand
        from transaction order by agency_id, order_id, started_at desc, id desc
      ) t
      where t.agency_id = o.agency_id and t.order_id = o.id;
    `);
    // Under forced policies a backfill that may see nothing changes nothing, without an error.
    const [counted] = (await runner.query(
      `select (select count(*) from orders) = (select coalesce(sum(orders), 0) from order_day) as right`,
    )) as { right: boolean }[];
    if (!counted?.right) throw new Error('The figures per day do not add up to the orders.');
  }
}
