import { Injectable } from '@nestjs/common';
import { Audit } from '@toonbank/audit/server';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { AgencyRole, Id } from '@toonbank/primitives';
import { MembersRepository } from '../members.repository';
import { demandMerchantRole, demandRank } from './ranks';
import { TeamPlaces } from './team-places';

/** Whose membership: of the agency, or of the merchant that is named. */
export interface MemberOf {
  readonly loginId: Id;
  readonly merchantId?: Id | undefined;
}

/**
 * Changes what people may do, and takes them out. Who is taken out is out at the next request. An
 * agency always keeps an owner; a merchant's people can't take away their own last one either, but
 * the agency may: it must be able to shut anybody out, and can always invite another.
 */
@Injectable()
export class Members {
  constructor(
    private readonly work: Work,
    private readonly members: MembersRepository,
    private readonly places: TeamPlaces,
    private readonly audit: Audit,
  ) {}

  /** Safe to repeat. */
  async changeRole(scope: Scope, member: MemberOf, role: AgencyRole): Promise<void> {
    const place = await this.places.of(scope, member.merchantId);
    if (place.merchantId) demandMerchantRole(role);
    const mine = await this.places.rank(place);
    await this.work.run(place, async (tx) => {
      const { before, isLast } = await this.hold(tx, member.loginId);
      demandRank(mine, [before, role]);
      if (role === before) return;
      if (isLast && keepsOwner(scope, place)) throw lastOwner();
      await this.members.setRole(tx, member.loginId, role);
      const detail = { before, role };
      await this.record(tx, member.loginId, { act: 'member.role-changed', detail });
    });
  }

  async remove(scope: Scope, member: MemberOf): Promise<void> {
    const place = await this.places.of(scope, member.merchantId);
    const mine = await this.places.rank(place);
    await this.work.run(place, async (tx) => {
      const { before, isLast } = await this.hold(tx, member.loginId);
      demandRank(mine, [before]);
      if (isLast && keepsOwner(scope, place)) throw lastOwner();
      await this.members.remove(tx, member.loginId);
      const detail = { role: before };
      await this.record(tx, member.loginId, { act: 'member.removed', detail });
    });
  }

  /** What somebody is, and whether they are the last owner; both stay so until the end. */
  private async hold(tx: Tx, loginId: Id) {
    const held = await this.members.hold(tx, loginId);
    const member = held.find((row) => row.loginId === loginId);
    if (!member) throw Problem.notFound('member');
    const isLast = member.role === 'owner' && held.length === 1;
    return { before: member.role, isLast };
  }

  private record(
    tx: Tx,
    loginId: Id,
    act: { act: `member.${string}`; detail: Readonly<Record<string, string>> },
  ): Promise<void> {
    return this.audit.record(tx, { ...act, subject: { kind: 'login', id: loginId } });
  }
}

/** Whether the last owner of the place is kept whatever happens. */
function keepsOwner(scope: Scope, place: Scope): boolean {
  return !place.merchantId || scope.merchantId !== undefined;
}

function lastOwner(): Problem {
  return Problem.conflict(
    'last-owner',
    'This is the last owner.',
    'Nothing was changed: without an owner nobody could let others in. Make somebody else owner first.',
  );
}
