import { Injectable } from '@nestjs/common';
import type { OneTimeLink } from '@toonbank/access/contract';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import { OneTimeLinks } from './one-time-links';
import { ResetRule } from './reset-rule';
import { ResetsRepository } from './resets.repository';

const hoursOpen = 24;

/** Makes links by which somebody who lost their password chooses another. */
@Injectable()
export class ResetLinks {
  constructor(
    private readonly work: Work,
    private readonly resets: ResetsRepository,
    private readonly rule: ResetRule,
    private readonly links: OneTimeLinks,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The answer is the only place where the link is ever told. It ends the one before. */
  async make(scope: Scope, loginId: Id): Promise<OneTimeLink> {
    const { agencyId, actor } = scope;
    // A link is worth what its maker may do when it is used, so it needs one.
    if (actor.kind !== 'person') throw Problem.notFound('member');
    await this.rule.demand({ agencyId, maker: actor.id, loginId });
    const { url, tokenHash, expiresAt } = this.links.make('reset', hoursOpen);
    await this.work.run(scope, async (tx) => {
      await this.resets.closeAll(tx, loginId, this.clock.now());
      const row = { id: newId(), tokenHash, agencyId, loginId, madeBy: actor.id, expiresAt };
      await this.resets.insert(tx, row);
      const subject = { kind: 'login', id: loginId };
      await this.audit.record(tx, { act: 'reset-link.made', subject });
    });
    return { url, expiresAt: expiresAt.toISOString() };
  }
}
