import type { Candidate } from '../signing-keys';

const hourMs = 3_600_000;

/** How often a signing key verified a message, per hour, and when it did last. */
export interface Sighting {
  readonly candidate: Candidate;
  readonly lastAt: Date;
  /** By the beginning of the hour, in milliseconds. */
  readonly hours: ReadonlyMap<number, number>;
}

interface Open {
  readonly candidate: Candidate;
  lastMs: number;
  readonly hours: Map<number, number>;
}

/** What was seen of signing keys and is not written yet. */
export class KeySightings {
  private readonly seen = new Map<string, Open>();

  get isEmpty(): boolean {
    return this.seen.size === 0;
  }

  add(candidate: Candidate, atMs: number, times = 1): void {
    const name = sightingName(candidate);
    const open = this.seen.get(name) ?? { candidate, lastMs: atMs, hours: new Map() };
    const hour = Math.floor(atMs / hourMs) * hourMs;
    open.hours.set(hour, (open.hours.get(hour) ?? 0) + times);
    open.lastMs = Math.max(open.lastMs, atMs);
    this.seen.set(name, open);
  }

  /** Takes out those of which `isDue` says so. */
  take(isDue: (name: string) => boolean): Sighting[] {
    const due: Sighting[] = [];
    for (const [name, { candidate, lastMs, hours }] of this.seen) {
      if (!isDue(name)) continue;
      this.seen.delete(name);
      due.push({ candidate, lastAt: new Date(lastMs), hours });
    }
    return due;
  }

  /** Could not be written: counted with what was seen meanwhile. */
  putBack({ candidate, lastAt, hours }: Sighting): void {
    for (const [hour, times] of hours) {
      const isLast = hour === Math.floor(lastAt.getTime() / hourMs) * hourMs;
      this.add(candidate, isLast ? lastAt.getTime() : hour, times);
    }
  }
}

export function sightingName({ webshopId, environment, version }: Candidate): string {
  return `${webshopId}|${environment}|${version}`;
}
