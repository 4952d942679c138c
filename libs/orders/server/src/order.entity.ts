import type { OrderFinding, OrderStatus } from '@toonbank/orders/contract';
import { cents } from '@toonbank/platform/db';
import type { Environment } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One payment a shop asked for. */
@Entity('orders')
export class OrderEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'webshop_id' }) webshopId!: string;
  @Column('text') environment!: Environment;
  @Column('text', { name: 'merchant_order_id' }) merchantOrderId!: string;
  @Column('text', { name: 'merchant_order_search' }) merchantOrderSearch!: string;
  @Column('text') status!: OrderStatus;
  @Column('boolean', { name: 'needs_look' }) needsLook!: boolean;
  @Column('bigint', { transformer: cents }) amount!: number;
  @Column('bigint', { name: 'paid_amount', nullable: true, transformer: cents })
  paidAmount!: number | null;
  @Column('text', { name: 'payment_brand', nullable: true }) paymentBrand!: string | null;
  @Column('text', { name: 'return_url' }) returnUrl!: string;
  /** Names and lengths of the fields that were announced; what stood in them is not kept. */
  @Column('jsonb') announced!: Record<string, number>;
  @Column('jsonb') findings!: OrderFinding[];
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
