import type { Software } from '@toonbank/shop/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One URL at a point of sale. */
@Entity('webshop')
export class WebshopEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'point_of_sale_id' }) pointOfSaleId!: string;
  @Column('text') url!: string;
  @Column('text', { name: 'software_kind', nullable: true }) softwareKind!: Software['kind'] | null;
  @Column('text', { name: 'software_name', nullable: true }) softwareName!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
