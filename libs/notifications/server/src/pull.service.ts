import { Injectable, Logger } from '@nestjs/common';
import { BankClient, type PullOutcome } from '@toonbank/bank-client/server';
import type { WebshopScope } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { type Attempt, Attempts } from './attempts';
import { LandingService } from './landing.service';
import { PagesService } from './pages.service';
import { type LivePing, Pings } from './pings';

/** After a failure nobody asks the bank again for this webshop before this long. */
const failedRestMs = 5_000;

/** Fetches what the bank has ready for a webshop environment. */
@Injectable()
export class PullService {
  private readonly logger = new Logger('Pull');

  constructor(
    private readonly attempts: Attempts,
    private readonly pages: PagesService,
    private readonly landing: LandingService,
    private readonly pings: Pings,
    private readonly bank: BankClient,
  ) {}

  /**
   * Pulls page after page until the bank has no more and no ping waits. One puller per webshop
   * environment at a time; a second one goes away, because the first looks for newer pings before it
   * stops. Safe to repeat after a death at any line: what landed is applied first.
   */
  async all(scope: WebshopScope): Promise<void> {
    const fence = await this.attempts.take(scope);
    if (fence === undefined) return;
    let restMs = failedRestMs;
    try {
      await this.pages.applyLanded(scope);
      if (await this.pullWaiting(scope, fence)) restMs = 0;
    } finally {
      await this.attempts.giveBack(scope, fence, restMs);
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
    const { keys } = ping;
    for (;;) {
      const attempt = await this.attempts.start(scope, fence);
      if (!attempt) return false;
      failpoint('pull.after-attempt');
      const outcome = await this.bank.pull(scope.place.environment, authentication, eventName);
      if (outcome.kind !== 'page') {
        const isUsedUp = await this.without(scope, attempt, outcome);
        if (isUsedUp) await this.attempts.settlePings(scope, ping.receivedAt);
        return isUsedUp;
      }
      failpoint('pull.before-landing');
      const page = await this.landing.land(scope, attempt, outcome.body);
      const more = await this.pages.apply(scope, page, keys);
      if (!more) break;
      failpoint('pull.between-pages');
    }
    await this.attempts.settlePings(scope, ping.receivedAt);
    return true;
  }

  /**
   * No page came. True when the token is refused, and so used up: its ping is done with, and a newer
   * one is tried. When the bank was asked and did not answer whole, the attempt stays open: a page may
   * have been handed out that we never saw, and the sweep says so (see `LostPages`).
   */
  private async without(
    scope: WebshopScope,
    attempt: Attempt,
    outcome: Exclude<PullOutcome, { kind: 'page' }>,
  ): Promise<boolean> {
    this.logger.warn({ ...scope.place, ...outcome }, 'a pull brought no page');
    if (outcome.kind === 'no-answer' && outcome.sent) return false;
    await this.attempts.end(scope, attempt, outcome.kind);
    return outcome.kind === 'refused' && [401, 403].includes(outcome.status);
  }
}
