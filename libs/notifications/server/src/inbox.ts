import { Injectable } from '@nestjs/common';
import { Ingest } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Hints } from '@toonbank/platform/queue';
import type { Environment, Id } from '@toonbank/primitives';
import { PullResults } from './pull-results.job';

/** A verified ping, sealed and ready to be kept. */
export interface Ping {
  readonly agencyId: Id;
  readonly merchantId: Id;
  readonly webshopId: Id;
  readonly environment: Environment;
  readonly id: Id;
  readonly digest: Buffer;
  readonly expiresAt: Date;
  readonly receivedAt: Date;
  readonly keyVersion: number;
  readonly sealed: Buffer;
  /** False when the bank's token has run out already: kept, but there is nothing to pull with. */
  readonly isLive: boolean;
}

interface Waiting {
  readonly ping: Ping;
  readonly stored: () => void;
  readonly failed: (error: Error) => void;
}

const batchSize = 200;
const batchesInFlight = 2;
const hintAfterMs = 25;
/** Beyond this many pings waiting for the database, new ones are told to come back. */
const waitingLimit = 20_000;

/** A ping could not be kept; the bank must send it again. */
export class NotStored extends Error {}

/**
 * Keeps pings, many in one statement: while a statement is on its way, what comes in gathers for the
 * next. A promise resolves only after COMMIT. The same bytes again are no new row.
 */
@Injectable()
export class Inbox {
  private waiting: Waiting[] = [];
  private inFlight = 0;
  private gathering?: NodeJS.Immediate;
  private readonly hinted = new Map<string, PullResults>();
  private hintTimer?: NodeJS.Timeout;

  constructor(
    private readonly ingest: Ingest,
    private readonly hints: Hints,
  ) {}

  /** Rejects with `NotStored` when the ping is not durable. */
  accept(ping: Ping): Promise<void> {
    if (this.waiting.length >= waitingLimit) return Promise.reject(new NotStored('too many'));
    const done = new Promise<void>((stored, failed) => {
      this.waiting.push({ ping, stored, failed });
    });
    // What else came in with this turn of the event loop goes into the same statement.
    this.gathering ??= setImmediate(() => {
      delete this.gathering;
      this.flush();
    });
    return done;
  }

  private flush(): void {
    while (this.waiting.length > 0 && this.mayGo()) {
      const batch = this.waiting.splice(0, batchSize);
      this.inFlight++;
      void this.store(batch).finally(() => {
        this.inFlight--;
        this.flush();
      });
    }
  }

  /** A second statement goes beside the first only when it is full: few large ones beat many small ones. */
  private mayGo(): boolean {
    const isFull = this.waiting.length >= batchSize;
    return this.inFlight === 0 || (isFull && this.inFlight < batchesInFlight);
  }

  /**
   * One statement for the batch. A row that the database refuses fails alone: the batch is halved
   * until it stands by itself. A missing partition (23514) is moved while we look, so it gets a
   * second try. Anything else fails the whole batch.
   */
  private async store(batch: readonly Waiting[], again = true): Promise<void> {
    try {
      await this.ingest.rows(insert, columnsOf(batch.map((w) => w.ping)));
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (code === '23514' && again) return this.store(batch, false);
      if (/^2[23]/.test(code) && batch.length > 1) {
        const half = batch.length >> 1;
        await this.store(batch.slice(0, half));
        return this.store(batch.slice(half));
      }
      for (const { failed } of batch) failed(new NotStored(code || 'database'));
      return;
    }
    for (const { ping, stored } of batch) {
      stored();
      if (ping.isLive) this.hint(ping);
    }
  }

  /** Collects hints for a moment: a storm of pings for one webshop is one job. */
  private hint({ agencyId, merchantId, webshopId, environment }: Ping): void {
    const hint = { agencyId, merchantId, webshopId, environment };
    this.hinted.set(`${webshopId}|${environment}`, hint);
    this.hintTimer ??= setTimeout(() => {
      failpoint('ingest.before-hint');
      delete this.hintTimer;
      const hints = [...this.hinted.values()];
      this.hinted.clear();
      void this.hints.add(PullResults, hints);
    }, hintAfterMs);
  }
}

const insert = `insert into notification (agency_id, merchant_id, webshop_id, environment, id, digest,
    expires_at, received_at, key_version, sealed)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::bytea[],
    $7::timestamptz[], $8::timestamptz[], $9::int[], $10::bytea[])
  on conflict do nothing`;

function columnsOf(pings: readonly Ping[]): unknown[][] {
  return [
    pings.map((p) => p.agencyId),
    pings.map((p) => p.merchantId),
    pings.map((p) => p.webshopId),
    pings.map((p) => p.environment),
    pings.map((p) => p.id),
    pings.map((p) => p.digest),
    pings.map((p) => p.expiresAt),
    pings.map((p) => p.receivedAt),
    pings.map((p) => p.keyVersion),
    pings.map((p) => p.sealed),
  ];
}
