import { addAbortSignal, type Readable } from 'node:stream';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { type Scope, systemScope, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import type { Id } from '@toonbank/primitives';
import type { ExportEntity } from '../export.entity';
import { ExportStore } from '../export-store';
import { ExportClaims, type Progress } from './export-claims';
import { ExportFinish } from './export-finish';
import { ExportRows } from './export-rows';
import { keyOf } from './file-key';
import { Heart } from './heart';
import { writers } from './writers';

/** One that can't be made in this format. */
class TooManyRows extends Error {}

/**
 * Makes exports: rows are copied out of the database, through the format, into the store. Any number
 * of workers may try, and any of them may die at any line: a file is there whole or not at all, and
 * the next one begins again under another name.
 */
@Injectable()
export class ExportMaking implements OnModuleDestroy {
  private readonly logger = new Logger('Exports');
  private readonly running = new Map<Heart, Promise<void>>();

  constructor(
    private readonly work: Work,
    private readonly claims: ExportClaims,
    private readonly rows: ExportRows,
    private readonly store: ExportStore,
    private readonly finish: ExportFinish,
  ) {}

  /** Makes it, if it is there to be made; else does nothing. */
  async make(agencyId: Id, id: Id): Promise<void> {
    const scope = systemScope(agencyId, 'exports');
    const row = await this.claims.claim(scope, id);
    if (!row) return;
    failpoint('export.claimed');
    const progress: Progress = { rows: 0, total: null };
    const heart = new Heart(() => this.claims.renew(scope, row, progress));
    const made = this.made(scope, row, { progress, heart });
    this.running.set(heart, made);
    await made.finally(() => this.running.delete(heart));
  }

  /** Told to stop: what runs is given back, so that another worker begins it at once. */
  async onModuleDestroy(): Promise<void> {
    for (const heart of this.running.keys()) heart.stop('leaving');
    await Promise.all(this.running.values());
  }

  private async made(
    scope: Scope,
    row: ExportEntity,
    { progress, heart }: { readonly progress: Progress; readonly heart: Heart },
  ): Promise<void> {
    const key = keyOf(row);
    try {
      if (row.fence > 1) await this.store.remove(keyOf({ ...row, fence: row.fence - 1 }));
      const bytes = await this.write(row, progress, heart.signal);
      const isOurs = await this.finish.done(scope, row, { ...progress, bytes, key });
      if (!isOurs) await this.store.remove(key);
    } catch (error) {
      await this.failed(scope, row, { error: error as Error, heart });
    } finally {
      heart.stop('done');
    }
  }

  /** Whatever else went wrong may go right next time: the claim runs out, and somebody tries again. */
  private async failed(
    scope: Scope,
    row: ExportEntity,
    { error, heart }: { readonly error: Error; readonly heart: Heart },
  ): Promise<void> {
    if (error instanceof TooManyRows) await this.claims.fail(scope, row, 'too-many-rows');
    else if (heart.why === 'leaving') await this.claims.giveBack(scope, row);
    else if (heart.why === undefined) {
      this.logger.warn(`export ${row.id}, try ${row.tries}: ${error.message}`);
    }
  }

  private async write(row: ExportEntity, progress: Progress, signal: AbortSignal): Promise<number> {
    const { agencyId, ofMerchantId, numbers, kind: title } = row;
    const writer = writers[row.format];
    // Read as the merchant would: the database fences it as well.
    const merchant = ofMerchantId ? { merchantId: ofMerchantId } : {};
    const scope: Scope = { ...systemScope(agencyId, 'exports'), ...merchant };
    const count = (rows: number) => {
      failpoint('export.copying');
      progress.rows += rows;
    };
    let bytes = 0;
    await this.work.read(scope, async (tx) => {
      const selection = await this.rows.of(tx, row);
      progress.total = await this.rows.count(tx, selection);
      if (progress.total > writer.mostRows) throw new TooManyRows();
      signal.throwIfAborted();
      await tx.copyOut(writer.copy(selection, numbers), async (rows: Readable) => {
        addAbortSignal(signal, rows);
        const source = writer.write(rows, { selection, numbers, title, count });
        bytes = await this.store.put(keyOf(row), source);
      });
    });
    return bytes;
  }
}
