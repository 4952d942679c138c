import { Injectable } from '@nestjs/common';
import type { Member, MemberPage, MembersQuery } from '@toonbank/access/contract';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage } from '@toonbank/platform/http';
import { LoginsRepository } from '../logins.repository';
import { type MemberRow, MembersRepository } from '../members.repository';
import { SessionsRepository } from '../sessions.repository';
import { TeamPlaces } from './team-places';

const list = 'members';

/** Who may act for the agency, or for a merchant. */
@Injectable()
export class MemberList {
  constructor(
    private readonly work: Work,
    private readonly members: MembersRepository,
    private readonly logins: LoginsRepository,
    private readonly sessions: SessionsRepository,
    private readonly places: TeamPlaces,
    private readonly cursors: Cursors,
  ) {}

  async page(scope: Scope, query: MembersQuery): Promise<MemberPage> {
    const place = await this.places.of(scope, query.merchantId);
    const { agencyId } = place;
    const after = query.after ? this.cursors.read(list, agencyId, query.after) : [];
    const { page, last, seen } = await this.work.read(place, async (tx) => {
      const rows = await this.members.page(tx, query.limit, after);
      const cut = cutPage(rows, query.limit);
      const ids = cut.page.map((row) => row.loginId);
      const here = { agencyId, merchantId: place.merchantId ?? null };
      return { ...cut, seen: await this.sessions.lastSeen(tx, here, ids) };
    });
    const emails = await this.logins.emailsOf(page.map((row) => row.loginId));
    const me = scope.actor.kind === 'person' ? scope.actor.id : undefined;
    return {
      items: page.map((row) => toWire(row, { emails, seen, me })),
      next: last
        ? this.cursors.write(list, agencyId, [last.createdAt.toISOString(), last.loginId])
        : null,
    };
  }
}

interface Known {
  readonly emails: ReadonlyMap<string, string>;
  readonly seen: ReadonlyMap<string, Date>;
  readonly me: string | undefined;
}

function toWire({ loginId, role, createdAt }: MemberRow, { emails, seen, me }: Known): Member {
  return {
    loginId,
    email: emails.get(loginId) ?? '',
    role,
    addedAt: createdAt.toISOString(),
    lastSeenAt: seen.get(loginId)?.toISOString() ?? null,
    isYou: loginId === me,
  };
}
