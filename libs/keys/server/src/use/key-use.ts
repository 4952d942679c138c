import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { systemScope, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { Candidate } from '../signing-keys';
import { KeySightings, type Sighting, sightingName } from './key-sightings';
import { KeyUseRepository } from './key-use.repository';

const tickMs = 1_000;
/** A key version is written at most this often, however busy its webshop is. */
const coarseMs = 60_000;
const remembered = 20_000;

/**
 * Notes when a signing key last verified a message of the bank, and how many it did in each hour. The
 * hot door only counts in memory; a timer writes, one transaction per agency. A crash loses at most the
 * last minute; what can't be written is kept and written later.
 */
@Injectable()
export class KeyUse implements OnModuleDestroy {
  private readonly logger = new Logger('KeyUse');
  private readonly written = new Map<string, number>();
  private readonly seen = new KeySightings();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly work: Work,
    private readonly uses: KeyUseRepository,
    private readonly clock: Clock,
  ) {}

  note(candidate: Candidate): void {
    this.seen.add(candidate, this.clock.millis());
    this.timer ??= setTimeout(() => void this.tick(), tickMs).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    await this.write(this.seen.take(() => true));
  }

  private async tick(): Promise<void> {
    const now = this.clock.millis();
    await this.write(this.seen.take((name) => now - (this.written.get(name) ?? 0) >= coarseMs));
    this.timer = undefined;
    if (!this.seen.isEmpty) this.timer = setTimeout(() => void this.tick(), tickMs).unref();
  }

  private async write(due: readonly Sighting[]): Promise<void> {
    if (this.written.size >= remembered) this.written.clear();
    const perAgency = new Map<Id, Sighting[]>();
    for (const sighting of due) {
      const { agencyId } = sighting.candidate;
      this.written.set(sightingName(sighting.candidate), this.clock.millis());
      perAgency.set(agencyId, [...(perAgency.get(agencyId) ?? []), sighting]);
    }
    for (const [agencyId, sightings] of perAgency) await this.writeOf(agencyId, sightings);
  }

  private async writeOf(agencyId: Id, sightings: readonly Sighting[]): Promise<void> {
    try {
      await this.work.run(systemScope(agencyId, 'key-use'), (tx) => this.uses.add(tx, sightings));
    } catch (error) {
      this.logger.warn((error as Error).message);
      for (const sighting of sightings) this.seen.putBack(sighting);
    }
  }
}
