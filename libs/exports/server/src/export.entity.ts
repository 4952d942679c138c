import type { ExportState, ExportTrouble } from '@toonbank/exports/contract';
import { cents as count } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChoiceColumns } from './choice.columns';

/** One file that somebody asked for, or a calendar did. */
@Entity('export')
export class ExportEntity extends ChoiceColumns {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: Id;
  @PrimaryColumn('uuid') id!: Id;
  @Column('date', { name: 'from_day' }) from!: string;
  @Column('date', { name: 'until_day' }) until!: string;
  @Column('text') state!: ExportState;
  @Column('bigint', { name: 'rows_done', transformer: count }) rows!: number;
  @Column('bigint', { name: 'rows_total', nullable: true, transformer: count }) total!:
    number | null;
  @Column('text', { nullable: true }) trouble!: ExportTrouble | null;
  @Column('text', { name: 'file_key', nullable: true }) fileKey!: string | null;
  /** Where a try that nobody ended may have left something; nothing was made of it. */
  @Column('text', { name: 'left_key', nullable: true }) leftKey!: string | null;
  @Column('bigint', { nullable: true, transformer: count }) bytes!: number | null;
  @Column('timestamptz', { name: 'kept_until', nullable: true }) keptUntil!: Date | null;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  /** A login; null for a schedule. */
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy!: Id | null;
  @Column('uuid', { name: 'schedule_id', nullable: true }) scheduleId!: Id | null;
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { name: 'held_until', nullable: true }) heldUntil!: Date | null;
  /** How often somebody began to make it; only the last of them may write. */
  @Column('int') fence!: number;
  /** Of those, how many did not end it and did not give it back. */
  @Column('int') tries!: number;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
