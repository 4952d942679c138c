import { protect } from '@toonbank/platform/db';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Foreign keys carry the merchant: they bypass policies, and else could point across merchants. */
export class Shops1764000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shop (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid not null,
        name text not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        unique (agency_id, merchant_id, id),
        foreign key (agency_id, merchant_id) references merchant (agency_id, id)
      );
      create table point_of_sale (
        agency_id uuid not null,
        id uuid not null,
        merchant_id uuid not null,
        shop_id uuid not null,
        name text not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        unique (agency_id, merchant_id, id),
        foreign key (agency_id, merchant_id, shop_id) references shop (agency_id, merchant_id, id)
      );
      create index point_of_sale_shop on point_of_sale (agency_id, shop_id, id);
    `);
    await protect(runner, 'shop', { fence: 'fenced', app: 'select, insert' });
    await protect(runner, 'point_of_sale', { fence: 'fenced', app: 'select, insert' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table point_of_sale; drop table shop');
  }
}
