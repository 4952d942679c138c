import { Injectable, Logger } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, systemScope, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Rounds } from '@toonbank/platform/queue';
import { type Hearer, Hears } from './hears';
import { HearingsRepository } from './hearings.repository';
import type { OutboxEventEntity } from './outbox-event.entity';

const roundMs = 1_000;
const agenciesARound = 50;
/** Of one agency a round: who tells thousands doesn't keep the others waiting. */
const eventsAnAgency = 100;
const heldMs = 60_000;
const longestWaitMs = 3_600_000;

interface KnownHearer {
  readonly name: string;
  readonly type: string;
  readonly hearer: Hearer<unknown>;
}

/**
 * Brings events to the rooms that hear them: each hearer in a transaction of its own with a receipt,
 * so that none has one twice and a failing one keeps no other from it. What fails comes again, ever
 * later, and is never dropped.
 */
@Injectable()
export class Relay extends Rounds {
  protected readonly pauseMs = roundMs;
  private readonly log = new Logger(Relay.name);
  private hearers?: readonly KnownHearer[];

  constructor(
    private readonly hearings: HearingsRepository,
    private readonly work: Work,
    private readonly discovery: DiscoveryService,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One round. Answers how many events every hearer of theirs has now. */
  async round(): Promise<number> {
    let brought = 0;
    for (const agencyId of await this.hearings.agencies(this.clock.now(), agenciesARound)) {
      const scope = systemScope(agencyId, 'relay');
      for (const event of await this.claim(scope)) {
        if (this.stopped) return brought;
        if (await this.bring(scope, event)) brought++;
      }
    }
    return brought;
  }

  private claim(scope: Scope): Promise<OutboxEventEntity[]> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + heldMs);
    return this.work.run(scope, (tx) =>
      this.hearings.claim(tx, { now, until, limit: eventsAnAgency }),
    );
  }

  private async bring(scope: Scope, event: OutboxEventEntity): Promise<boolean> {
    const meant = this.all().filter(({ type }) => type === event.type);
    // Nobody here knows it: another version of the worker may.
    let isDone = meant.length > 0;
    for (const hearer of meant) {
      isDone = (await this.tell(scope, event, hearer)) && isDone;
    }
    const dueAt = isDone ? null : new Date(this.clock.millis() + waitMs(event.tries));
    await this.work.run(scope, (tx) => this.hearings.setDue(tx, event.id, dueAt));
    return isDone;
  }

  private async tell(scope: Scope, event: OutboxEventEntity, known: KnownHearer) {
    const { name, hearer } = known;
    try {
      await this.work.run(scope, async (tx) => {
        const receipt = { name, at: this.clock.now() };
        if (!(await this.hearings.receipt(tx, event.id, receipt))) return;
        await hearer.hear(tx, event);
        failpoint('relay.hearing');
      });
      failpoint('relay.heard');
      return true;
    } catch (error) {
      const why = error instanceof Error ? error.message : 'unknown';
      this.log.warn(`${name} could not hear ${event.type} ${event.id}: ${why}`);
      return false;
    }
  }

  private all(): readonly KnownHearer[] {
    this.hearers ??= this.discovery.getProviders({ metadataKey: Hears.KEY }).map((provider) => {
      const { event, name } = this.discovery.getMetadataByDecorator(Hears, provider)!;
      return { name, type: event.type, hearer: provider.instance as Hearer<unknown> };
    });
    return this.hearers;
  }
}

/** Before an event that failed is brought again: 2, 4, 8 … seconds, at most an hour. */
function waitMs(tries: number): number {
  return Math.min(longestWaitMs, 1000 * 2 ** Math.min(tries, 20));
}
