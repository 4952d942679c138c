import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import { Audit } from '@toonbank/audit/server';
import type { ChangeSchedule, CreateSchedule, Rhythm } from '@toonbank/exports/contract';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { Post } from '@toonbank/platform/mail';
import { type Id, newId } from '@toonbank/primitives';
import { Choices } from '../choices';
import { exportProblems } from '../export-problems';
import { firstDayBefore, nextAfter } from './calendar';
import { ExportWaits } from './export-waits';
import { rhythmOf, type ScheduleEntity } from './schedule.entity';
import { SchedulesRepository } from './schedules.repository';

const mostSchedules = 50;

/** How schedules come to be and change; all of it in the caller's transaction, with the row locked. */
@Injectable()
export class ScheduleChanges {
  constructor(
    private readonly schedules: SchedulesRepository,
    private readonly choices: Choices,
    private readonly post: Post,
    private readonly audit: Audit,
    private readonly waits: ExportWaits,
    private readonly clock: Clock,
  ) {}

  /** Throws a problem for one that would reach nobody, or is about somebody else. */
  async create(tx: Tx, asked: CreateSchedule): Promise<ScheduleEntity> {
    if (!this.post.isOn) throw exportProblems.noMail();
    const { rhythm, recipients, language, ...choice } = asked;
    const columns = await this.choices.columns(tx, choice);
    if ((await this.schedules.count(tx)) >= mostSchedules) {
      throw exportProblems.tooManySchedules(mostSchedules);
    }
    const now = this.clock.now();
    const nextAt = nextAfter(rhythm, now);
    const row: ScheduleEntity = {
      ...{ agencyId: tx.scope.agencyId, id: newId(), ...columns, ...columnsOf(rhythm) },
      ...{ recipients, language, nextAt, nextFrom: firstDayBefore(rhythm, nextAt) },
      ...{ pausedAt: null, createdAt: now, createdBy: personOf(tx), endedAt: null },
    };
    await this.schedules.insert(tx, row);
    await this.record(tx, 'export-schedule.created', row, { recipients: recipients.join(', ') });
    return row;
  }

  /**
   * A new rhythm, and the end of a pause, count from now; the period still begins where the last one
   * ended, so that no day is left out.
   */
  async change(tx: Tx, row: ScheduleEntity, asked: ChangeSchedule): Promise<ScheduleEntity> {
    const { paused, recipients = row.recipients, language = row.language } = asked;
    const rhythm = asked.rhythm ?? rhythmOf(row);
    const now = this.clock.now();
    const isPaused = paused ?? row.pausedAt !== null;
    const isNew = asked.rhythm !== undefined || (row.pausedAt !== null && !isPaused);
    const change = {
      ...{ ...columnsOf(rhythm), recipients, language },
      pausedAt: isPaused ? (row.pausedAt ?? now) : null,
      nextAt: isNew ? nextAfter(rhythm, now) : row.nextAt,
    };
    const fields = Object.keys(asked).sort().join(' ');
    if (fields === '') return row;
    await this.schedules.update(tx, row.id, change);
    const mailed = asked.recipients && { recipients: recipients.join(', ') };
    await this.record(tx, 'export-schedule.changed', row, { fields, ...mailed });
    return { ...row, ...change };
  }

  async end(tx: Tx, row: ScheduleEntity): Promise<void> {
    await this.schedules.update(tx, row.id, { endedAt: this.clock.now() });
    await this.waits.haveEnded(tx, row.id);
    await this.record(tx, 'export-schedule.ended', row, {});
  }

  /** Somebody saw to a run that did not reach these addresses. */
  async sentAgain(tx: Tx, row: ScheduleEntity, exportId: Id, to: readonly string[]): Promise<void> {
    await this.waits.isSettled(tx, exportId);
    await this.record(tx, 'export-schedule.mailed', row, { recipients: to.join(', ') });
  }

  /** The row, locked until the transaction ends. */
  async locked(tx: Tx, id: Id): Promise<ScheduleEntity> {
    const row = await this.schedules.lock(tx, id);
    if (!row) throw Problem.notFound('schedule');
    return row;
  }

  private record(
    tx: Tx,
    act: `export-schedule.${'created' | 'changed' | 'ended' | 'mailed'}`,
    { id, kind, ofMerchantId }: ScheduleEntity,
    detail: Readonly<Record<string, string>>,
  ): Promise<void> {
    return this.audit.record(tx, {
      ...{ act, subject: { kind: 'export-schedule', id }, detail: { content: kind, ...detail } },
      ...(ofMerchantId && { merchantId: ofMerchantId }),
    });
  }
}

function columnsOf({ every, day: onDay, hour: atHour }: Rhythm) {
  return { every, onDay, atHour };
}
