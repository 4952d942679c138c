import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Work } from '@toonbank/platform/db';
import { placeScope } from '../memberships';
import { hashOf } from '../secret-text';
import { SignInThrottle } from '../sign-in-throttle';
import { deadLink, linkProblem } from './dead-link';
import type { InvitationEntity } from './invitation.entity';
import { InvitationsRepository } from './invitations.repository';
import { TeamPlaces } from './team-places';

/** Who holds a link and has not said who they are. */
export const holder = { kind: 'system', name: 'link' } as const;

/** Finds the invitation behind a link that somebody holds. */
@Injectable()
export class InvitationLinks {
  constructor(
    private readonly work: Work,
    private readonly invitations: InvitationsRepository,
    private readonly places: TeamPlaces,
    private readonly throttle: SignInThrottle,
    private readonly clock: Clock,
  ) {}

  /**
   * An invitation that can be accepted now. Throws a problem that says why not: a link is worth what
   * its maker may do at this moment, so who was sent away leaves no door open behind them.
   */
  async open(token: string, address: string): Promise<InvitationEntity> {
    await this.throttle.countLink(address);
    const route = await this.invitations.route(hashOf(token));
    if (!route) throw deadLink();
    const scope = placeScope(route, holder);
    const row = await this.work.read(scope, (tx) => this.invitations.find(tx, route.invitationId));
    if (!row) throw deadLink();
    if (row.acceptedAt) throw linkProblem('used');
    if (row.withdrawnAt) throw linkProblem('withdrawn');
    if (row.expiresAt <= this.clock.now()) throw linkProblem('late');
    const stands = !row.madeBy || (await this.places.mayInvite(row.madeBy, route, row.role));
    if (!stands) throw linkProblem('withdrawn');
    return row;
  }
}
