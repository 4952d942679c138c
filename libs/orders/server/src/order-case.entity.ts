import type { Environment } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type CaseKind = 'contradiction' | 'window' | 'unanswered';

/** Why a person should look at an order. Open as long as `closedAt` is null. */
@Entity('order_case')
export class OrderCaseEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'webshop_id' }) webshopId!: string;
  @Column('text') environment!: Environment;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  @Column('text') kind!: CaseKind;
  /** What it is about, so that the same thing found twice is one case. */
  @Column('text') subject!: string;
  @Column('jsonb') detail!: object;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
}
