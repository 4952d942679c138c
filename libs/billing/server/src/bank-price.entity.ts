import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the bank asks, in some months. */
@Entity('bank_price')
export class BankPriceEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'from_month' }) from!: string;
  @Column('text', { name: 'until_month', nullable: true }) until!: string | null;
  @Column('int') base!: number;
  @Column('int') included!: number;
  @Column('int', { name: 'per_url' }) perUrl!: number;
  @Column('text') source!: string;
}
