import { cents } from '@toonbank/platform/db';
import type { Environment } from '@toonbank/primitives';
import type { RefundRoute, RefundStatus, VatCategory } from '@toonbank/refunds/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Money given back of one payment. Its id is also the request id at the bank: one row, one refund. */
@Entity('refund')
export class RefundEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'webshop_id' }) webshopId!: string;
  @Column('text') environment!: Environment;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  @Column('text', { name: 'merchant_order_id' }) merchantOrderId!: string;
  @Column('uuid', { name: 'transaction_id' }) transactionId!: string;
  @Column('text', { name: 'payment_brand' }) paymentBrand!: string;
  @Column('text') route!: RefundRoute;
  @Column('text') status!: RefundStatus;
  @Column('bigint', { transformer: cents }) amount!: number;
  @Column('text') description!: string;
  @Column('text', { name: 'vat_category', nullable: true }) vatCategory!: VatCategory | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { name: 'idempotency_key' }) idempotencyKey!: string;
  @Column('bytea', { name: 'request_hash' }) requestHash!: Buffer;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  /** The login of a person; null for a shop's software. */
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('uuid', { name: 'bank_refund_id', nullable: true }) bankRefundId!: string | null;
  @Column('int', { name: 'refusal_code', nullable: true }) refusalCode!: number | null;
  @Column('text', { name: 'refusal_text', nullable: true }) refusalText!: string | null;
  @Column('date', { name: 'expected_on', nullable: true }) expectedOn!: string | null;
  /** By the bank, when it was asked last. */
  @Column('boolean', { name: 'keys_refused' }) keysRefused!: boolean;
  /** How often the bank was asked in this status without news. */
  @Column('int') tries!: number;
  /** When the worker asks the bank again; null: there is nothing to ask. */
  @Column('timestamptz', { name: 'next_at', nullable: true }) nextAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
