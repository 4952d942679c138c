import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { hashOf } from '../secret-text';
import { SignInThrottle } from '../sign-in-throttle';
import { deadLink, linkProblem } from './dead-link';
import { ResetRule } from './reset-rule';
import { type ResetRoute, ResetsRepository } from './resets.repository';

/** Finds what is behind a reset link that somebody holds. */
@Injectable()
export class ResetDoor {
  constructor(
    private readonly resets: ResetsRepository,
    private readonly rule: ResetRule,
    private readonly throttle: SignInThrottle,
    private readonly clock: Clock,
  ) {}

  /** A link that can be used now. Throws a problem that says why not. */
  async open(token: string, address: string): Promise<ResetRoute> {
    await this.throttle.countLink(address);
    const route = await this.resets.route(hashOf(token));
    if (!route) throw deadLink();
    if (route.closedAt) throw linkProblem('used');
    if (route.expiresAt <= this.clock.now()) throw linkProblem('late');
    await this.demandStill(route);
    return route;
  }

  /** From the end of the transaction on it opens nothing. False when it was closed before. */
  close(tx: Tx, { id }: ResetRoute): Promise<boolean> {
    return this.resets.close(tx, id, this.clock.now());
  }

  /** Who made it was sent away, or who it is for was: then it was withdrawn. */
  private async demandStill({ agencyId, madeBy: maker, loginId }: ResetRoute): Promise<void> {
    try {
      await this.rule.demand({ agencyId, maker, loginId });
    } catch (error) {
      const isWithdrawn = error instanceof Problem && error.status !== 409;
      throw isWithdrawn ? linkProblem('withdrawn') : error;
    }
  }
}
