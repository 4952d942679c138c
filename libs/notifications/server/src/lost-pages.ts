import { Injectable, Logger } from '@nestjs/common';
import { OrderCases } from '@toonbank/orders/server';
import { Clock } from '@toonbank/platform/clock';
import { Sweeper, Work } from '@toonbank/platform/db';
import { Live } from '@toonbank/platform/queue';
import type { Environment, Id } from '@toonbank/primitives';
import { PullsRepository } from './pulls.repository';

/** A call to the bank ends or fails well before this. */
const suspectAfterMs = 60_000;

interface OpenAttempt {
  readonly agency_id: Id;
  readonly merchant_id: Id;
  readonly webshop_id: Id;
  readonly environment: Environment;
  readonly id: Id;
  readonly started_at: Date;
}

/**
 * The window nobody can close: between the bank handing out a page and our landing it, a death loses
 * the page. It leaves an attempt without an end; every open order it may have been about gets a case.
 */
@Injectable()
export class LostPages {
  private readonly logger = new Logger('LostPages');

  constructor(
    private readonly sweeper: Sweeper,
    private readonly work: Work,
    private readonly pulls: PullsRepository,
    private readonly cases: OrderCases,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat and to run in several processes: an attempt is one case per order, whoever finds it. */
  async find(): Promise<void> {
    const until = this.clock.now();
    const before = new Date(until.getTime() - suspectAfterMs);
    const open = await this.sweeper.rows<OpenAttempt>(
      `select agency_id, merchant_id, webshop_id, environment, id, started_at from pull_attempt
       where ended_at is null and started_at < $1 order by started_at limit 100`,
      [before],
    );
    for (const attempt of open) await this.settle(attempt, until);
  }

  private async settle(attempt: OpenAttempt, until: Date): Promise<void> {
    const { agency_id: agencyId, merchant_id: merchantId, id: attemptId } = attempt;
    const place = { webshopId: attempt.webshop_id, environment: attempt.environment };
    const window = { attemptId, from: attempt.started_at, until };
    const orders = await this.cases.raiseWindow(agencyId, place, window);
    this.logger.warn({ attemptId, ...place, orders }, 'a page may have been lost');
    const actor = { kind: 'system', name: 'lost-pages' } as const;
    await this.work.run({ agencyId, merchantId, place, actor }, (tx) =>
      this.pulls.endAttempt(tx, attemptId, 'lost', until),
    );
    if (orders > 0) this.live.say(agencyId);
  }
}
