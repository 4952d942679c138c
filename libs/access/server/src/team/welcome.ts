import { Injectable } from '@nestjs/common';
import type { AcceptInvitation, InvitationLook } from '@toonbank/access/contract';
import { Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { MemberPlace } from '../members.repository';
import { memberScope, placeScope } from '../memberships';
import { PlaceNames } from '../place-names';
import { Entrants } from './entrants';
import { holder, InvitationLinks } from './invitation-links';
import { Newcomers } from './newcomers';

/** Who came in, and where. */
export interface Welcomed {
  readonly loginId: Id;
  readonly place: MemberPlace;
}

/** The door for who was invited. */
@Injectable()
export class Welcome {
  constructor(
    private readonly links: InvitationLinks,
    private readonly entrants: Entrants,
    private readonly newcomers: Newcomers,
    private readonly names: PlaceNames,
    private readonly work: Work,
  ) {}

  async look(token: string, address: string): Promise<InvitationLook> {
    const row = await this.links.open(token, address);
    const { email, role } = row;
    return {
      name: await this.names.nameOf(placeScope(row, holder)),
      isMerchant: row.merchantId !== null,
      ...{ email, role, hasLogin: await this.entrants.hasLogin(email) },
      expiresAt: row.expiresAt.toISOString(),
    };
  }

  /** Everything or nothing; of two at once one wins, and the other is told that the link was used. */
  async accept({ token, password }: AcceptInvitation, address: string): Promise<Welcomed> {
    const row = await this.links.open(token, address);
    const entrant = await this.entrants.prove({ email: row.email, password }, address);
    const loginId = entrant.id;
    await this.work.run(memberScope(row, loginId), (tx) => this.newcomers.add(tx, row, entrant));
    return { loginId, place: { agencyId: row.agencyId, merchantId: row.merchantId } };
  }
}
