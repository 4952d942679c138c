import type { Environment } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A webshop in one environment. Both rows exist as long as the webshop does. */
@Entity('webshop_environment')
export class WebshopEnvironmentEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'webshop_id' }) webshopId!: string;
  @PrimaryColumn('text') environment!: Environment;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('text', { name: 'poi_id', nullable: true }) poiId!: string | null;
}
