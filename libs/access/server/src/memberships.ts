import { Injectable } from '@nestjs/common';
import type { Membership } from '@toonbank/access/contract';
import { type Actor, type Scope, type Tx, Work } from '@toonbank/platform/db';
import {
  type AgencyRole,
  agencyRights,
  type Id,
  type MerchantRole,
  merchantRights,
  type Right,
} from '@toonbank/primitives';
import { type MemberPlace, MembersRepository } from './members.repository';
import { PlaceNames } from './place-names';

/** Where people belong and what they may do there. */
@Injectable()
export class Memberships {
  constructor(
    private readonly work: Work,
    private readonly members: MembersRepository,
    private readonly names: PlaceNames,
  ) {}

  /** Over all tenants, by ids only. */
  placesOf(loginId: Id): Promise<MemberPlace[]> {
    return this.members.placesOf(loginId);
  }

  async all(loginId: Id): Promise<Membership[]> {
    const memberships: Membership[] = [];
    for (const place of await this.members.placesOf(loginId)) {
      const scope = memberScope(place, loginId);
      const role = await this.role(scope, loginId);
      // Gone since the ids were read.
      if (!role) continue;
      memberships.push({ ...place, role, name: await this.names.nameOf(scope) });
    }
    return memberships;
  }

  /** Read each time: who is taken out of an agency is out at the next request. */
  role(scope: Scope, loginId: Id): Promise<AgencyRole | MerchantRole | undefined> {
    return this.work.read(scope, (tx) => this.members.role(tx, loginId));
  }
}

/**
 * An act of somebody on their own login: where they stand, so that it can be recorded there; nowhere,
 * as long as they have not chosen.
 */
export function inPlace<T>(
  work: Work,
  { place, loginId }: { readonly place: MemberPlace | undefined; readonly loginId: Id },
  act: (tx: Tx) => Promise<T>,
): Promise<T> {
  return place ? work.run(memberScope(place, loginId), act) : work.directory(act);
}

/** For whom a member acts. */
export function memberScope(place: MemberPlace, loginId: Id): Scope {
  return placeScope(place, { kind: 'person', id: loginId });
}

export function placeScope({ agencyId, merchantId }: MemberPlace, actor: Actor): Scope {
  return merchantId ? { agencyId, merchantId, actor } : { agencyId, actor };
}

export function rightsOf(
  { merchantId }: Pick<MemberPlace, 'merchantId'>,
  role: AgencyRole | MerchantRole,
): readonly Right[] {
  if (!merchantId) return agencyRights[role];
  // The database lets a merchant have owners and viewers only.
  return merchantRights[role === 'owner' ? 'owner' : 'viewer'];
}
