import { Injectable } from '@nestjs/common';
import type { ExportTrouble } from '@toonbank/exports/contract';
import { Clock } from '@toonbank/platform/clock';
import { Config } from '@toonbank/platform/config';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import type { Id } from '@toonbank/primitives';
import type { ExportEntity } from '../export.entity';
import { afterEvent, mostTries } from '../export-state';
import { ExportWaits } from '../schedules/export-waits';
import { keyOf } from './file-key';
import { type Claimed, ExportsRepository } from '../exports.repository';

/** How far somebody is. */
export interface Progress {
  rows: number;
  total: number | null;
}

/**
 * Who makes an export. A claim is a row's word, good for as long as it is renewed; each claim counts
 * the fence up, and what an earlier one still writes is refused.
 */
@Injectable()
export class ExportClaims {
  constructor(
    private readonly work: Work,
    private readonly exports: ExportsRepository,
    private readonly waits: ExportWaits,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Undefined when somebody else makes it, or nobody has to any more. */
  claim(scope: Scope, id: Id): Promise<ExportEntity | undefined> {
    return this.work.run(scope, async (tx) => {
      const row = await this.exports.lock(tx, id);
      const state = row && afterEvent(row.state, 'claimed');
      const now = this.clock.now();
      if (!row || !state || (row.heldUntil && row.heldUntil > now)) return undefined;
      if (row.tries >= mostTries) {
        await this.exports.update(tx, id, {
          ...ended('gave-up', now),
          ...{ leftKey: keyOf(row), keptUntil: now },
        });
        await this.waits.isUndelivered(tx, row, now);
        return undefined;
      }
      const change = {
        ...{ state, rows: 0, total: null, heldUntil: this.until(), startedAt: now },
        ...{ fence: row.fence + 1, tries: row.tries + 1 },
      };
      await this.exports.update(tx, id, change);
      failpoint('export.claiming');
      return { ...row, ...change };
    });
  }

  /** Renews the claim and tells how far it is. False: stop, it is not yours any more. */
  renew(scope: Scope, claimed: Claimed, { rows, total }: Progress): Promise<boolean> {
    const change = { rows, total, heldUntil: this.until() };
    return this.work.run(scope, (tx) => this.exports.updateHeld(tx, claimed, change));
  }

  /** A worker that is told to stop lets another go on at once. */
  giveBack(scope: Scope, row: ExportEntity): Promise<boolean> {
    const change = { state: 'queued', heldUntil: null, tries: row.tries - 1 } as const;
    return this.work.run(scope, (tx) => this.exports.updateHeld(tx, row, change));
  }

  fail(scope: Scope, row: ExportEntity, trouble: ExportTrouble): Promise<void> {
    const now = this.clock.now();
    return this.work.run(scope, async (tx) => {
      const isOurs = await this.exports.updateHeld(tx, row, ended(trouble, now));
      if (isOurs) await this.waits.isUndelivered(tx, row, now);
    });
  }

  /** In the caller's transaction. False: somebody stopped it meanwhile, or was faster. */
  finish(tx: Tx, claimed: Claimed, file: Partial<ExportEntity>): Promise<boolean> {
    const change = { state: 'done', heldUntil: null, endedAt: this.clock.now(), ...file } as const;
    return this.exports.updateHeld(tx, claimed, change);
  }

  private until(): Date {
    return new Date(this.clock.millis() + this.config.leaseMs);
  }
}

function ended(trouble: ExportTrouble, endedAt: Date) {
  return { state: 'failed', heldUntil: null, trouble, endedAt } as const;
}
