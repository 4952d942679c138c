import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The online counter of a shop; its name stands on the shopper's bank statement. */
@Entity('point_of_sale')
export class PointOfSaleEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'shop_id' }) shopId!: string;
  @Column('text') name!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
