import { Injectable } from '@nestjs/common';
import type { Invite, MadeInvitation } from '@toonbank/access/contract';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, violates, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { newId } from '@toonbank/primitives';
import { alreadyMember } from '../already-member';
import type { InvitationEntity } from './invitation.entity';
import { toWire } from './invitations';
import { InvitationsRepository } from './invitations.repository';
import { OneTimeLinks } from './one-time-links';
import { demandMerchantRole, demandRank } from './ranks';
import { TeamPlaces } from './team-places';

const hoursOpen = 48;

/** Asks people in, by a link that is passed on by hand. */
@Injectable()
export class Inviting {
  constructor(
    private readonly work: Work,
    private readonly invitations: InvitationsRepository,
    private readonly places: TeamPlaces,
    private readonly links: OneTimeLinks,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The answer is the only place where the link is ever told. One open invitation a person. */
  async invite(scope: Scope, { email, role, merchantId }: Invite): Promise<MadeInvitation> {
    const place = await this.places.of(scope, merchantId);
    if (place.merchantId) demandMerchantRole(role);
    demandRank(await this.places.rank(place), [role]);
    if (await this.places.hasMember(place, email)) throw alreadyMember();
    const { url, tokenHash, expiresAt } = this.links.make('welcome', hoursOpen);
    const { agencyId, actor } = place;
    const row: InvitationEntity = {
      ...{ agencyId, id: newId(), merchantId: place.merchantId ?? null, email, role, expiresAt },
      madeBy: actor.kind === 'person' ? actor.id : null,
      ...{ createdAt: this.clock.now(), acceptedAt: null, withdrawnAt: null },
    };
    await this.insert(place, row, tokenHash);
    return { ...toWire(row), url };
  }

  private async insert(place: Scope, row: InvitationEntity, tokenHash: Buffer): Promise<void> {
    try {
      await this.work.run(place, async (tx) => {
        await this.invitations.withdrawLate(tx, row.email, row.createdAt);
        await this.invitations.insert(tx, row, tokenHash);
        const subject = { kind: 'invitation', id: row.id };
        const detail = { email: row.email, role: row.role };
        await this.audit.record(tx, { act: 'invitation.made', subject, detail });
      });
    } catch (error) {
      throw violates(error, 'invitation_open') ? alreadyInvited() : error;
    }
  }
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
