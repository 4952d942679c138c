import type { Actor } from '@toonbank/platform/db';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One act of somebody. Ids without foreign keys: an entry outlives what it is about. */
@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id', nullable: true }) merchantId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('text') act!: string;
  @Column('text', { name: 'actor_kind' }) actorKind!: Actor['kind'];
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  @Column('text', { name: 'actor_name', nullable: true }) actorName!: string | null;
  @Column('text', { name: 'subject_kind' }) subjectKind!: string;
  @Column('uuid', { name: 'subject_id' }) subjectId!: string;
  @Column('jsonb') detail!: object;
}
