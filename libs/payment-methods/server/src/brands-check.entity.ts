import type { CheckTrouble } from '@toonbank/payment-methods/contract';
import type { Environment } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the bank was asked which brands a webshop has in one environment, and when it is asked next. */
@Entity('brands_check')
export class BrandsCheckEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'webshop_id' }) webshopId!: string;
  @PrimaryColumn('text') environment!: Environment;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('timestamptz', { name: 'asked_at', nullable: true }) askedAt!: Date | null;
  @Column('timestamptz', { name: 'told_at', nullable: true }) toldAt!: Date | null;
  /** Null: the webshop has ended, so nobody asks any more. */
  @Column('timestamptz', { name: 'next_at', nullable: true }) nextAt!: Date | null;
  @Column('text', { nullable: true }) trouble!: CheckTrouble | null;
  /** How often in a row the bank told nothing. */
  @Column('int') tries!: number;
}
