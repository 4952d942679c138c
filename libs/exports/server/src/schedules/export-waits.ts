import { Injectable } from '@nestjs/common';
import { lateAfter } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { Waits } from '@toonbank/platform/outbox';
import type { Id } from '@toonbank/primitives';
import type { ExportEntity } from '../export.entity';
import { ExportsRepository } from '../exports.repository';

/** Whole days in which one that could not be made should have been looked at. */
const makingDays = 2;

/** Tells the list of tasks which exports by calendar did not arrive, in the caller's transaction. */
@Injectable()
export class ExportWaits {
  constructor(
    private readonly waits: Waits,
    private readonly exports: ExportsRepository,
  ) {}

  /**
   * For one that could not be made, or whose mail was given up. Nothing for one that somebody asked
   * for: they look at its page.
   */
  async isUndelivered(tx: Tx, row: ExportEntity, since: Date): Promise<void> {
    const { id, scheduleId, environment, ofMerchantId, keptUntil, from, until } = row;
    if (!scheduleId) return;
    await this.waits.open(tx, {
      ...{ key: keyOf(id), kind: 'export-undelivered', subjectId: scheduleId, environment },
      ...{ merchantId: ofMerchantId, on: ofMerchantId ? 'merchant' : 'agency' },
      // Without its file there is nothing left to send again; what has none can be made on any day.
      ...{ right: 'exports:write', since, dueAt: keptUntil ?? lateAfter(since, makingDays) },
      facts: { from, until },
    });
  }

  /** Somebody saw to it, or its file is gone. */
  isSettled(tx: Tx, id: Id): Promise<void> {
    return this.waits.close(tx, keyOf(id));
  }

  /** Nobody waits for anything of a schedule that was taken away. */
  async haveEnded(tx: Tx, scheduleId: Id): Promise<void> {
    const ids = await this.exports.maybeUndelivered(tx, scheduleId);
    await this.waits.close(tx, ...ids.map(keyOf));
  }
}

function keyOf(exportId: Id): string {
  return `export-undelivered:${exportId}`;
}
