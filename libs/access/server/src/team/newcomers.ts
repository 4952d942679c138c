import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { alreadyMember } from '../already-member';
import { MembersRepository } from '../members.repository';
import { linkProblem } from './dead-link';
import type { Entrant } from './entrants';
import type { InvitationEntity } from './invitation.entity';
import { InvitationsRepository } from './invitations.repository';
import { demandMerchantRole } from './ranks';

/** Makes a member of who accepts an invitation. */
@Injectable()
export class Newcomers {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly members: MembersRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async add(tx: Tx, invitation: InvitationEntity, entrant: Entrant): Promise<void> {
    const { id, merchantId, role } = invitation;
    const loginId = entrant.id;
    const { agencyId } = tx.scope;
    const at = this.clock.now();
    if (!(await this.invitations.accept(tx, id, at))) throw linkProblem('used');
    await entrant.enter(tx);
    if (await this.members.role(tx, loginId)) throw alreadyMember();
    const row = { agencyId, loginId, createdAt: at };
    if (merchantId) {
      await this.members.addToMerchant(tx, { ...row, merchantId, role: demandMerchantRole(role) });
    } else await this.members.addToAgency(tx, { ...row, role });
    const subject = { kind: 'login', id: loginId };
    await this.audit.record(tx, { act: 'invitation.accepted', subject, detail: { role } });
  }
}
