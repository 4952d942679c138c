import type { TimelineEntry } from '@toonbank/orders/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that happened to an order. Never changed afterwards. */
@Entity('timeline_entry')
export class TimelineEntryEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'order_id' }) orderId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') kind!: string;
  @Column('text') by!: TimelineEntry['by'];
  @Column('jsonb') detail!: object;
}
