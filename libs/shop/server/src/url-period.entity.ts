import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A period in which a webshop had a URL: from an instant that is in it, until one that is not. */
@Entity('url_period')
export class UrlPeriodEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'webshop_id' }) webshopId!: string;
  @PrimaryColumn('timestamptz', { name: 'valid_from' }) validFrom!: Date;
  /** Null while no end is known. */
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil!: Date | null;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'shop_id' }) shopId!: string;
  @Column('text') url!: string;
}
