import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Vault } from '@toonbank/platform/crypto';
import { type WebshopScope, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { newId } from '@toonbank/primitives';
import type { Attempt } from './attempts';
import { rawPageBinding } from './page-reader';
import { type LandedPage, PullsRepository } from './pulls.repository';

/** Keeps what the bank handed out, as it came, before anything reads it. */
@Injectable()
export class LandingService {
  constructor(
    private readonly work: Work,
    private readonly pulls: PullsRepository,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /**
   * Commits the bank's bytes and ends the attempt, in one transaction. Lands under any fence: a page
   * that arrives after its puller lost the lease is as true as any other.
   */
  async land(scope: WebshopScope, attempt: Attempt, body: Buffer): Promise<LandedPage> {
    const sealer = await this.vault.sealer(scope.agencyId);
    const id = newId();
    const landedAt = this.clock.now();
    const page = { id, landedAt, sealed: sealer.seal(rawPageBinding(scope, id), body) };
    const digest = hash('sha256', body, 'buffer');
    await this.work.run(scope, async (tx) => {
      const { id: attemptId, fence } = attempt;
      await this.pulls.land(tx, { ...page, attemptId, fence, digest });
      await this.pulls.endAttempt(tx, attemptId, 'landed', landedAt);
    });
    failpoint('pull.after-landing');
    return page;
  }
}
