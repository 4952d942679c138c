import { Injectable } from '@nestjs/common';
import type { Membership } from '@toonbank/access/contract';
import { type Scope, Work } from '@toonbank/platform/db';
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

/** For whom a member acts. */
export function memberScope({ agencyId, merchantId }: MemberPlace, loginId: Id): Scope {
  const actor = { kind: 'person', id: loginId } as const;
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
