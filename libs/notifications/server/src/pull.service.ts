import { Injectable, Logger } from '@nestjs/common';
import { BankClient, type PullOutcome } from '@toonbank/bank-client/server';
import { type WebshopScope, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { newId } from '@toonbank/primitives';
import { Claims } from './claims';
import { type Attempt, LandingService } from './landing.service';
import { PagesService } from './pages.service';
import { type LivePing, Pings } from './pings';
import { PullsRepository } from './pulls.repository';

/** After a failure nobody asks the bank again for this webshop before this long. */
const failedRestMs = 5_000;

/** Fetches what the bank has ready for a webshop environment. */
@Injectable()
export class PullService {
  private readonly logger = new Logger('Pull');

  constructor(
    private readonly work: Work,
    private readonly pulls: PullsRepository,
    private readonly pages: PagesService,
    private readonly landing: LandingService,
    private readonly pings: Pings,
    private readonly bank: BankClient,
    private readonly claims: Claims,
  ) {}

  /**
   * Pulls page after page until the bank has no more and no ping waits. One puller per webshop
   * environment at a time; a second one goes away, because the first looks for newer pings before it
   * stops. Safe to repeat after a death at any line: what landed is applied first.
   */
  async all(scope: WebshopScope): Promise<void> {
    const fence = await this.work.run(scope, (tx) =>
      this.pulls.takeLease(tx, this.claims.now(), this.claims.end()),
    );
    if (fence === undefined) return;
    let restMs = failedRestMs;
    try {
      await this.pages.applyLanded(scope);
      if (await this.pullWaiting(scope, fence)) restMs = 0;
    } finally {
      await this.work.run(scope, (tx) =>
        this.pulls.renewLease(tx, fence, this.claims.after(restMs)),
      );
    }
  }

  /** False when the bank could not be asked to the end. */
  private async pullWaiting(scope: WebshopScope, fence: bigint): Promise<boolean> {
    for (;;) {
      const ping = await this.pings.next(scope);
      if (!ping) return true;
      if (!(await this.pullWith(scope, fence, ping))) return false;
    }
  }

  /** Everything behind one token. False when it must be left to a later try. */
  private async pullWith(scope: WebshopScope, fence: bigint, ping: LivePing): Promise<boolean> {
    const { authentication, eventName } = ping.notification;
    for (;;) {
      const attempt = await this.start(scope, fence);
      if (!attempt) return false;
      failpoint('pull.after-attempt');
      const outcome = await this.bank.pull(scope.place.environment, authentication, eventName);
      if (outcome.kind !== 'page') return this.without(scope, attempt, ping, outcome);
      failpoint('pull.before-landing');
      const page = await this.landing.land(scope, attempt, outcome.body);
      const more = await this.pages.apply(scope, page);
      if (!more) break;
      failpoint('pull.between-pages');
    }
    await this.work.run(scope, (tx) => this.pulls.markPulled(tx, ping.receivedAt));
    return true;
  }

  /** Commits that the bank is about to be asked, under a lease that is still ours. */
  private start(scope: WebshopScope, fence: bigint): Promise<Attempt | undefined> {
    return this.work.run(scope, async (tx) => {
      if (!(await this.pulls.renewLease(tx, fence, this.claims.end()))) return undefined;
      const attempt = { id: newId(), fence };
      await this.pulls.startAttempt(tx, attempt.id, fence, this.claims.now());
      return attempt;
    });
  }

  /**
   * No page came. A refused token is used up: its ping is done with, and a newer one is tried. When
   * the bank was asked and did not answer whole, the attempt stays open: a page may have been handed
   * out that we never saw, and the sweep says so (see `LostPages`).
   */
  private async without(
    scope: WebshopScope,
    attempt: Attempt,
    ping: LivePing,
    outcome: Exclude<PullOutcome, { kind: 'page' }>,
  ): Promise<boolean> {
    this.logger.warn({ ...scope.place, ...outcome }, 'a pull brought no page');
    if (outcome.kind === 'no-answer' && outcome.sent) return false;
    const isUsedUp = outcome.kind === 'refused' && [401, 403].includes(outcome.status);
    await this.work.run(scope, async (tx) => {
      await this.pulls.endAttempt(tx, attempt.id, outcome.kind, this.claims.now());
      if (isUsedUp) await this.pulls.markPulled(tx, ping.receivedAt);
    });
    return isUsedUp;
  }
}
