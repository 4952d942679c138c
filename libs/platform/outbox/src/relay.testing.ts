import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import type { Tx } from '@toonbank/platform/db';
import { systemScope, Work } from '@toonbank/platform/db';
import { newId } from '@toonbank/primitives';
import { testApp, type TestApp, TestClock } from '@toonbank/testing';
import * as z from 'zod';
import { heardEvent } from './event';
import { type Heard, type Hearer, Hears } from './hears';
import { HearingsRepository } from './hearings.repository';
import { Outbox } from './outbox';
import { Relay } from './relay';

const BellRung = heardEvent('test.bell-rung', z.strictObject({ tone: z.string() }));
type Bell = Heard<{ tone: string }>;

/** Hears a bell, and can be made not to. */
class Ear implements Hearer<{ tone: string }> {
  readonly heard: string[] = [];
  isDeaf = false;

  hear(_tx: Tx, { payload }: Bell): Promise<void> {
    if (this.isDeaf) return Promise.reject(new Error('deaf'));
    this.heard.push(payload.tone);
    return Promise.resolve();
  }
}

@Injectable()
@Hears({ event: BellRung, name: 'left' })
export class LeftEar extends Ear {}

@Injectable()
@Hears({ event: BellRung, name: 'right' })
export class RightEar extends Ear {}

/** Without the relay itself: as a part of the system it would go round by its own clock, too. */
@Module({ imports: [DiscoveryModule], providers: [HearingsRepository, LeftEar, RightEar] })
class EarsModule {}

/** A relay, two who hear, and one agency in which a bell can be rung. */
export class RelayRoom {
  readonly scope = systemScope(newId(), 'test');

  private constructor(
    private readonly test: TestApp,
    private readonly relay: Relay,
    readonly clock: TestClock,
  ) {}

  static async open(): Promise<RelayRoom> {
    const clock = new TestClock();
    const test = await testApp({ tables: [], imports: [EarsModule], clock });
    const { app } = test;
    const relay = new Relay(
      app.get(HearingsRepository),
      app.get(Work),
      app.get(DiscoveryService, { strict: false }),
      clock,
    );
    return new RelayRoom(test, relay, clock);
  }

  get left(): LeftEar {
    return this.test.app.get(LeftEar);
  }

  get right(): RightEar {
    return this.test.app.get(RightEar);
  }

  get work(): Work {
    return this.test.app.get(Work);
  }

  ring(tx: Tx, tone: string): Promise<void> {
    return this.test.app.get(Outbox).add(tx, BellRung, [{ payload: { tone } }]);
  }

  round(): Promise<number> {
    return this.relay.round();
  }

  /** As a worker leaves it that dies after it told and before it noted so. */
  async forgetThatAllIsTold(): Promise<void> {
    await this.work.run(this.scope, (tx) =>
      tx.sql('update outbox_event set due_at = $2 where agency_id = $1', [
        this.scope.agencyId,
        this.clock.now(),
      ]),
    );
  }

  close(): Promise<void> {
    return this.test.close();
  }
}
