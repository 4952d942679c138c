import { Injectable } from '@nestjs/common';
import type { ResetLink } from '@toonbank/access/contract';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, type Language, newId } from '@toonbank/primitives';
import { MailedLinks } from './mailed-links';
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
    private readonly links: MailedLinks,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Nobody but the answer and the mail is ever told the link. It ends the one before. */
  async make(scope: Scope, loginId: Id, language?: Language): Promise<ResetLink> {
    const { agencyId, actor } = scope;
    // A link is worth what its maker may do when it is used, so it needs one.
    if (actor.kind !== 'person') throw Problem.notFound('member');
    await this.rule.demand({ agencyId, maker: actor.id, loginId });
    const link = await this.links.reset(scope, { loginId, language }, hoursOpen);
    const { url, tokenHash, expiresAt } = link;
    await this.work.run(scope, async (tx) => {
      await this.resets.closeAll(tx, loginId, this.clock.now());
      const row = { id: newId(), tokenHash, agencyId, loginId, madeBy: actor.id, expiresAt };
      await this.resets.insert(tx, row);
      await this.links.put(tx, link);
      const subject = { kind: 'login', id: loginId };
      await this.audit.record(tx, { act: 'reset-link.made', subject });
    });
    await this.links.hurry(link);
    return { url, expiresAt: expiresAt.toISOString(), isMailed: link.envelope !== null };
  }
}
