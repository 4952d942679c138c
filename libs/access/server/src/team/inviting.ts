import { Injectable } from '@nestjs/common';
import type { Invite, MadeInvitation } from '@toonbank/access/contract';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, violates, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { MailState } from '@toonbank/platform/mail';
import { type Id, newId } from '@toonbank/primitives';
import { alreadyMember } from '../already-member';
import type { InvitationEntity } from './invitation.entity';
import { toWire } from './invitations';
import { InvitationsRepository } from './invitations.repository';
import { type MailedLink, MailedLinks } from './mailed-links';
import { demandMerchantRole, demandRank } from './ranks';
import { TeamPlaces } from './team-places';

const hoursOpen = 48;

/** Asks people in, by a link that is mailed to them, and told for who passes it on by hand;
 * and takes that back. */
@Injectable()
export class Inviting {
  constructor(
    private readonly work: Work,
    private readonly invitations: InvitationsRepository,
    private readonly places: TeamPlaces,
    private readonly links: MailedLinks,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Nobody but the answer and the mail is ever told the link. One open invitation a person. */
  async invite(
    scope: Scope,
    { email, role, merchantId, language }: Invite,
  ): Promise<MadeInvitation> {
    const place = await this.places.of(scope, merchantId);
    if (place.merchantId) demandMerchantRole(role);
    demandRank(await this.places.rank(place), [role]);
    if (await this.places.hasMember(place, email)) throw alreadyMember();
    const id = newId();
    const link = await this.links.invitation(place, { id, email, language }, hoursOpen);
    const { agencyId, actor } = place;
    const row: InvitationEntity = {
      ...{ agencyId, id, merchantId: place.merchantId ?? null, email, role },
      ...{ expiresAt: link.expiresAt, madeBy: actor.kind === 'person' ? actor.id : null },
      ...{ createdAt: this.clock.now(), acceptedAt: null, withdrawnAt: null },
    };
    await this.insert(place, row, link);
    await this.links.hurry(link);
    return { ...toWire(row, mailOf(link)), url: link.url };
  }

  /** The link opens nothing any more. Safe to repeat. */
  async withdraw(scope: Scope, id: Id): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const row = await this.invitations.find(tx, id);
      if (!row) throw Problem.notFound('invitation');
      if (row.acceptedAt) throw accepted();
      if (!(await this.invitations.withdraw(tx, id, this.clock.now()))) return;
      const detail = { email: row.email, role: row.role };
      await this.audit.record(tx, {
        ...{ act: 'invitation.withdrawn', subject: { kind: 'invitation', id }, detail },
        ...(row.merchantId ? { merchantId: row.merchantId } : {}),
      });
    });
  }

  private async insert(place: Scope, row: InvitationEntity, link: MailedLink): Promise<void> {
    try {
      await this.work.run(place, async (tx) => {
        await this.invitations.withdrawLate(tx, row.email, row.createdAt);
        await this.invitations.insert(tx, row, link.tokenHash);
        await this.links.put(tx, link);
        const subject = { kind: 'invitation', id: row.id };
        const detail = { email: row.email, role: row.role };
        await this.audit.record(tx, { act: 'invitation.made', subject, detail });
      });
    } catch (error) {
      throw violates(error, 'invitation_open') ? alreadyInvited() : error;
    }
  }
}

function mailOf({ envelope }: MailedLink): MailState | undefined {
  return envelope ? { state: 'waiting', at: envelope.dueAt, trouble: null } : undefined;
}

function alreadyInvited(): Problem {
  return new Problem(
    409,
    'already-invited',
    'This person has an open invitation.',
    'No second link was made. Pass on the one there is, or withdraw that invitation and invite anew.',
    { path: 'email' },
  );
}

function accepted(): Problem {
  return Problem.conflict(
    'invitation-used',
    'This invitation has been accepted.',
    'Nothing was changed: there is nothing left to withdraw. Remove the member instead.',
  );
}
