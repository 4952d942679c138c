import type { Wish } from '@toonbank/payment-methods/contract';
import type { Environment } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A brand at a webshop in one environment: what is wanted of it, and what the bank says. */
@Entity('webshop_brand')
export class WebshopBrandEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'webshop_id' }) webshopId!: string;
  @PrimaryColumn('text') environment!: Environment;
  @PrimaryColumn('text') brand!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('text', { nullable: true }) wish!: Wish | null;
  @Column('timestamptz', { name: 'wish_at', nullable: true }) wishAt!: Date | null;
  @Column('uuid', { name: 'wish_by', nullable: true }) wishBy!: string | null;
  /** The bank's own word; null: it did not name the brand. */
  @Column('text', { nullable: true }) actual!: string | null;
  /** When it was seen so first. */
  @Column('timestamptz', { name: 'actual_at', nullable: true }) actualAt!: Date | null;
}
