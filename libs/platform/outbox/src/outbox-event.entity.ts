import type { Environment, Id } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that happened, written in the transaction in which it happened. Ids and words only. */
@Entity('outbox_event')
export class OutboxEventEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: Id;
  @PrimaryColumn('uuid') id!: Id;
  @Column('uuid', { name: 'merchant_id', nullable: true }) merchantId!: Id | null;
  @Column('uuid', { name: 'webshop_id', nullable: true }) webshopId!: Id | null;
  @Column('text', { nullable: true }) environment!: Environment | null;
  @Column('text') type!: string;
  @Column('jsonb') payload!: object;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** When the relay takes it next; null: every hearer has it, or none is meant to. */
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt!: Date | null;
  @Column('int') tries!: number;
}
