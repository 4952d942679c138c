import { Injectable } from '@nestjs/common';
import { type WebshopScope, Work } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import { Claims } from './claims';
import { PullsRepository } from './pulls.repository';

/** An attempt to pull, and the fencing number it was made under. */
export interface Attempt {
  readonly id: Id;
  readonly fence: bigint;
}

/** The lease of a webshop environment, and the attempts made under it: each step a commit of its own. */
@Injectable()
export class Attempts {
  constructor(
    private readonly work: Work,
    private readonly pulls: PullsRepository,
    private readonly claims: Claims,
  ) {}

  /** The fencing number, or undefined while somebody else holds the lease. */
  take(scope: WebshopScope): Promise<bigint | undefined> {
    return this.work.run(scope, (tx) =>
      this.pulls.takeLease(tx, this.claims.now(), this.claims.end()),
    );
  }

  /** Gives the lease back; nobody takes it before so many milliseconds have passed. */
  async giveBack(scope: WebshopScope, fence: bigint, restMs: number): Promise<void> {
    await this.work.run(scope, (tx) => this.pulls.renewLease(tx, fence, this.claims.after(restMs)));
  }

  /** Commits that the bank is about to be asked; undefined when the lease is no longer ours. */
  start(scope: WebshopScope, fence: bigint): Promise<Attempt | undefined> {
    return this.work.run(scope, async (tx) => {
      if (!(await this.pulls.renewLease(tx, fence, this.claims.end()))) return undefined;
      const attempt = { id: newId(), fence };
      await this.pulls.startAttempt(tx, attempt.id, fence, this.claims.now());
      return attempt;
    });
  }

  /** No page came, for certain. */
  async end(scope: WebshopScope, { id }: Attempt, outcome: 'refused' | 'no-answer'): Promise<void> {
    await this.work.run(scope, (tx) => this.pulls.endAttempt(tx, id, outcome, this.claims.now()));
  }

  /** Everything received up to this moment is answered. */
  async settlePings(scope: WebshopScope, upTo: Date): Promise<void> {
    await this.work.run(scope, (tx) => this.pulls.markPulled(tx, upTo));
  }
}
