import type { BatchState } from '@toonbank/keys/contract';
import type { Environment } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The renewal of the keys of many webshops: what somebody wants done, and whether it goes on. */
@Entity('key_rotation_batch')
export class RotationBatchEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') environment!: Environment;
  @Column('text') state!: BatchState;
  @Column('boolean') retires!: boolean;
  @Column('timestamptz', { name: 'planned_at' }) plannedAt!: Date;
  @Column('uuid', { name: 'planned_by', nullable: true }) plannedBy!: string | null;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  /** When a worker looks at it next; null: when somebody does something. */
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt!: Date | null;
}

/** One webshop of it. How far it is stands in its renewal, whoever takes that further. */
@Entity('key_rotation_batch_item')
export class RotationBatchItemEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'batch_id' }) batchId!: string;
  @PrimaryColumn('uuid', { name: 'webshop_id' }) webshopId!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  /** Why it can not be renewed, as the code of a problem. */
  @Column('text', { nullable: true }) barred!: string | null;
  @Column('int', { nullable: true }) version!: number | null;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('uuid', { name: 'rotation_id', nullable: true }) rotationId!: string | null;
  /** What stopped its last step, as the code of a problem; it waits for a person. */
  @Column('text', { nullable: true }) trouble!: string | null;
  @Column('int') tries!: number;
  @Column('timestamptz', { name: 'next_at', nullable: true }) nextAt!: Date | null;
}
