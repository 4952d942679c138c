import type { Environment, Id, Right, TaskKind } from '@toonbank/primitives';
import type { TaskBall } from '@toonbank/tasks/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that waits on somebody. Of an open one only what is nullable on the wire is null. */
@Entity('task')
export class TaskEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: Id;
  @PrimaryColumn('uuid') id!: Id;
  @Column('text') key!: string;
  /** The event that said so last: an older one changes nothing any more. */
  @Column('uuid', { name: 'told_by' }) toldBy!: Id;
  @Column('boolean', { name: 'is_open' }) isOpen!: boolean;
  @Column('uuid', { name: 'merchant_id', nullable: true }) merchantId!: Id | null;
  @Column('uuid', { name: 'webshop_id', nullable: true }) webshopId!: Id | null;
  @Column('text', { nullable: true }) environment!: Environment | null;
  @Column('text') kind!: TaskKind;
  @Column('uuid', { name: 'subject_id' }) subjectId!: Id;
  @Column('text', { name: 'waits_on' }) waitsOn!: TaskBall;
  @Column('text', { name: 'needs_right' }) needsRight!: Right;
  @Column('timestamptz') since!: Date;
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  @Column('jsonb') facts!: Record<string, string | number | boolean | null>;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: Id | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
