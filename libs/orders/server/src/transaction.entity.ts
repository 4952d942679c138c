import { cents } from '@toonbank/platform/db';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One attempt of the shopper to pay, as the bank last told it. */
@Entity('transaction')
export class TransactionEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'announcement_id' }) announcementId!: string;
  @Column('text', { name: 'payment_brand' }) paymentBrand!: string;
  @Column('text') type!: string;
  @Column('text') status!: string;
  @Column('bigint', { transformer: cents }) amount!: number;
  @Column('bigint', { name: 'confirmed_amount', nullable: true, transformer: cents })
  confirmedAmount!: number | null;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
