import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the bank bills, with three URLs included. */
@Entity('shop')
export class ShopEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('text') name!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
