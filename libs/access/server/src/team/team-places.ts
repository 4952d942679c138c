import { Injectable } from '@nestjs/common';
import { type Scope, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { AgencyRole, Id } from '@toonbank/primitives';
import { LoginsRepository } from '../logins.repository';
import { type MemberPlace, MembersRepository } from '../members.repository';
import { memberScope } from '../memberships';
import { PlaceNames } from '../place-names';
import { mayDispose } from './ranks';

/** Of which people somebody speaks, the agency's or a merchant's, and whom of them they may touch. */
@Injectable()
export class TeamPlaces {
  constructor(
    private readonly work: Work,
    private readonly members: MembersRepository,
    private readonly logins: LoginsRepository,
    private readonly names: PlaceNames,
  ) {}

  /** The scope of those people. Throws a 404 problem for a merchant that is not inside the scope. */
  async of({ agencyId, merchantId: own, actor }: Scope, merchantId?: Id): Promise<Scope> {
    if (own && merchantId && own !== merchantId) throw Problem.notFound('merchant');
    const inside = own ?? merchantId;
    if (!inside) return { agencyId, actor };
    const place = { agencyId, merchantId: inside, actor };
    if (!own) await this.names.nameOf(place);
    return place;
  }

  nameOf(place: Scope): Promise<string> {
    return this.names.nameOf(place);
  }

  /** What who acts is among the agency's people; of a merchant's, whoever may write members is owner. */
  async rank(place: Scope): Promise<AgencyRole | undefined> {
    const { actor, merchantId } = place;
    if (merchantId || actor.kind === 'system') return 'owner';
    return actor.kind === 'person' ? this.roleIn(place, actor.id) : undefined;
  }

  /** Whether this person, now, may let somebody in there in this role. */
  async mayInvite(maker: Id, place: MemberPlace, role: AgencyRole): Promise<boolean> {
    const agency = memberScope({ agencyId: place.agencyId, merchantId: null }, maker);
    const mine = await this.roleIn(agency, maker);
    if (!place.merchantId) return mayDispose(mine, [role]);
    if (mayDispose(mine, [])) return true;
    return (await this.roleIn(memberScope(place, maker), maker)) === 'owner';
  }

  /** Whether who has this address belongs there already. */
  async hasMember(place: Scope, email: string): Promise<boolean> {
    const login = await this.logins.byEmail(email);
    return !!login && (await this.roleIn(place, login.id)) !== undefined;
  }

  private roleIn(place: Scope, loginId: Id): Promise<AgencyRole | undefined> {
    return this.work.read(place, (tx) => this.members.role(tx, loginId));
  }
}
