import type { AnnouncementState } from '@toonbank/orders/contract';
import type { Environment } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One try to tell the bank about an order. */
@Entity('announcement')
export class AnnouncementEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'webshop_id' }) webshopId!: string;
  @Column('text') environment!: Environment;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  /** 1, 2, …: the highest is the current one, the others are superseded. */
  @Column('int') number!: number;
  @Column('text') state!: AnnouncementState;
  @Column('uuid', { name: 'omnikassa_order_id', nullable: true }) omnikassaOrderId!: string | null;
  /** What the bank said became of it. */
  @Column('text', { name: 'end_status', nullable: true }) endStatus!: string | null;
  /** Sealed: whoever holds it can open the payment page. */
  @Column('bytea', { name: 'redirect_url', nullable: true }) redirectUrl!: Buffer | null;
  @Column('int', { name: 'refusal_code', nullable: true }) refusalCode!: number | null;
  @Column('text', { name: 'refusal_text', nullable: true }) refusalText!: string | null;
  @Column('timestamptz', { name: 'sent_at' }) sentAt!: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
}
