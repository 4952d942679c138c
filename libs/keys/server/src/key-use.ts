import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { systemScope, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { KeysRepository, type Sighting } from './keys.repository';
import type { Candidate } from './signing-keys';

const tickMs = 1_000;
/** A key version is written at most this often, however busy its webshop is. */
const coarseMs = 60_000;
const remembered = 20_000;

/**
 * Notes when a signing key last verified a message of the bank. The hot door only sets a value in
 * memory; a timer writes, one statement per agency. A crash loses at most the last minute.
 */
@Injectable()
export class KeyUse implements OnModuleDestroy {
  private readonly logger = new Logger('KeyUse');
  private readonly written = new Map<string, number>();
  private seen = new Map<Candidate, number>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly work: Work,
    private readonly keys: KeysRepository,
    private readonly clock: Clock,
  ) {}

  note(candidate: Candidate): void {
    this.seen.set(candidate, this.clock.millis());
    this.timer ??= setTimeout(() => void this.tick(), tickMs).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    await this.write(this.seen);
  }

  private async tick(): Promise<void> {
    const due = new Map<Candidate, number>();
    const later = new Map<Candidate, number>();
    const now = this.clock.millis();
    for (const [candidate, at] of this.seen) {
      const isDue = now - (this.written.get(nameOf(candidate)) ?? 0) >= coarseMs;
      (isDue ? due : later).set(candidate, at);
    }
    this.seen = later;
    await this.write(due);
    this.timer = undefined;
    if (this.seen.size > 0) this.timer = setTimeout(() => void this.tick(), tickMs).unref();
  }

  private async write(due: ReadonlyMap<Candidate, number>): Promise<void> {
    if (this.written.size >= remembered) this.written.clear();
    const perAgency = new Map<Id, Sighting[]>();
    for (const [candidate, millis] of due) {
      this.written.set(nameOf(candidate), this.clock.millis());
      const own = perAgency.get(candidate.agencyId) ?? [];
      own.push({ ...candidate, at: new Date(millis) });
      perAgency.set(candidate.agencyId, own);
    }
    for (const [agencyId, sightings] of perAgency) {
      await this.work
        .run(systemScope(agencyId, 'key-use'), (tx) => this.keys.markVerified(tx, sightings))
        .catch((error: Error) => this.logger.warn(error.message));
    }
  }
}

function nameOf({ webshopId, environment, version }: Candidate): string {
  return `${webshopId}|${environment}|${version}`;
}
