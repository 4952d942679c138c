import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that happened, written in the transaction in which it happened. Ids and words only. */
@Entity('outbox_event')
export class OutboxEventEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'webshop_id' }) webshopId!: string;
  @Column('text') environment!: 'sandbox' | 'production';
  @Column('text') type!: string;
  @Column('jsonb') payload!: object;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
