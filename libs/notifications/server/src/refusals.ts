import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { systemScope, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { type Refusal, RefusalsRepository } from './refusals.repository';

interface Count extends Refusal {
  readonly agencyId: Id;
  count: number;
}

const writeMs = 5_000;
/** More kinds of refusal than this at once is a storm; it is counted together. */
const kinds = 1_000;

/** Counts refused pings per point of interaction, reason and minute; a refusal costs no row of its own. */
@Injectable()
export class Refusals implements OnModuleDestroy {
  private readonly logger = new Logger('Refusals');
  private counts = new Map<string, Count>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly work: Work,
    private readonly refusals: RefusalsRepository,
    private readonly clock: Clock,
  ) {}

  /** `poiId` is a stranger's word: it is cut, and never used but as a label. */
  count(agencyId: Id, poiId: string, reason: Refusal['reason']): void {
    const minute = new Date(Math.floor(this.clock.millis() / 60_000) * 60_000);
    const label = this.counts.size < kinds ? poiId.slice(0, 32) : 'other';
    const key = `${agencyId}|${label}|${reason}|${minute.getTime()}`;
    const known = this.counts.get(key);
    if (known) known.count++;
    else this.counts.set(key, { agencyId, poiId: label, reason, minute, count: 1 });
    this.timer ??= setTimeout(() => void this.write(), writeMs).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    await this.write();
  }

  /** Writes what was counted. Figures for people: losing some in a crash is allowed. */
  async write(): Promise<void> {
    delete this.timer;
    const counts = [...this.counts.values()];
    this.counts = new Map();
    for (const agencyId of new Set(counts.map((c) => c.agencyId))) {
      const own = counts.filter((c) => c.agencyId === agencyId);
      await this.add(agencyId, own).catch((error: Error) => this.logger.warn(error.message));
    }
  }

  private add(agencyId: Id, counts: readonly Refusal[]): Promise<void> {
    return this.work.run(systemScope(agencyId, 'refusals'), (tx) => this.refusals.add(tx, counts));
  }
}
