import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import { Audit } from '@toonbank/audit/server';
import type { Export, RequestExport } from '@toonbank/exports/contract';
import { Clock, dayOf } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import { Choices } from './choices';
import type { ExportEntity } from './export.entity';
import { exportProblems } from './export-problems';
import { afterEvent } from './export-state';
import { ExportViews } from './export-views';
import { ExportsRepository } from './exports.repository';
import { keyOf } from './making/file-key';
import { demandPeriod } from './period';

const mostOpen = 20;

/** What is in a row before anybody has begun to make it. */
export const untouched = {
  ...{ state: 'queued' as const, rows: 0, total: null, trouble: null, fileKey: null, bytes: null },
  leftKey: null,
  ...{ keptUntil: null, heldUntil: null, fence: 0, tries: 0, startedAt: null, endedAt: null },
} as const;

/** Exports that people ask for. A process of its own makes them. */
@Injectable()
export class ExportRequests {
  constructor(
    private readonly work: Work,
    private readonly exports: ExportsRepository,
    private readonly choices: Choices,
    private readonly views: ExportViews,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The row is committed when this answers; who calls hints at it. */
  ask(scope: Scope, { from, until, ...asked }: RequestExport): Promise<Export> {
    const now = this.clock.now();
    demandPeriod({ from, until }, dayOf(now));
    return this.work.run(scope, async (tx) => {
      const choice = await this.choices.columns(tx, asked);
      if ((await this.exports.countOpen(tx)) >= mostOpen) throw exportProblems.tooMany(mostOpen);
      const row: ExportEntity = {
        ...{ agencyId: scope.agencyId, id: newId(), ...choice, from, until, ...untouched },
        ...{ requestedAt: now, requestedBy: personOf(tx), scheduleId: null, dueAt: null },
      };
      await this.exports.insert(tx, row);
      await this.audit.record(tx, {
        act: 'export.requested',
        ...(row.ofMerchantId && { merchantId: row.ofMerchantId }),
        subject: { kind: 'export', id: row.id },
        detail: {
          content: row.kind,
          format: row.format,
          environment: row.environment,
          from,
          until,
        },
      });
      return this.views.one(tx, row);
    });
  }

  /** Whoever makes it sees that at its next look, within a second. A second time changes nothing. */
  cancel(scope: Scope, id: Id): Promise<Export> {
    return this.work.run(scope, async (tx) => {
      const row = await this.exports.lock(tx, id);
      if (!row) throw Problem.notFound('export');
      if (row.state === 'cancelled') return this.views.one(tx, row);
      const state = afterEvent(row.state, 'cancelled');
      if (!state) throw exportProblems.ended(row.state);
      // Whoever makes it clears away after itself, unless it is dead.
      const left = row.heldUntil && { leftKey: keyOf(row), keptUntil: row.heldUntil };
      const change = { state, heldUntil: null, ...left, endedAt: this.clock.now() };
      await this.exports.update(tx, id, change);
      await this.audit.record(tx, {
        act: 'export.cancelled',
        ...(row.ofMerchantId && { merchantId: row.ofMerchantId }),
        subject: { kind: 'export', id },
      });
      return this.views.one(tx, { ...row, ...change });
    });
  }
}
