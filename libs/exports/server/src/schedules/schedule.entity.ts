import type { Rhythm } from '@toonbank/exports/contract';
import type { Id, Language } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ChoiceColumns } from '../choice.columns';

/** An export that comes by calendar and goes out by mail. */
@Entity('export_schedule')
export class ScheduleEntity extends ChoiceColumns {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: Id;
  @PrimaryColumn('uuid') id!: Id;
  @Column('text') every!: Rhythm['every'];
  @Column('int', { name: 'on_day' }) onDay!: number;
  @Column('int', { name: 'at_hour' }) atHour!: number;
  @Column('jsonb') recipients!: string[];
  @Column('text') language!: Language;
  @Column('timestamptz', { name: 'next_at' }) nextAt!: Date;
  /** First day of the next period: the day after the last one's end, whatever the rhythm became. */
  @Column('date', { name: 'next_from' }) nextFrom!: string;
  @Column('timestamptz', { name: 'paused_at', nullable: true }) pausedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: Id | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}

export function rhythmOf({ every, onDay: day, atHour: hour }: ScheduleEntity): Rhythm {
  return { every, day, hour };
}
