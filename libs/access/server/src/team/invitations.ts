import { Injectable } from '@nestjs/common';
import type { Invitation, InvitationPage, MembersQuery } from '@toonbank/access/contract';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage, Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import type { InvitationEntity } from './invitation.entity';
import { InvitationsRepository } from './invitations.repository';
import { TeamPlaces } from './team-places';

const list = 'invitations';

/** Who was asked in and has not come yet. */
@Injectable()
export class Invitations {
  constructor(
    private readonly work: Work,
    private readonly invitations: InvitationsRepository,
    private readonly places: TeamPlaces,
    private readonly audit: Audit,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async page(scope: Scope, { merchantId, limit, after }: MembersQuery): Promise<InvitationPage> {
    const place = await this.places.of(scope, merchantId);
    const { agencyId } = place;
    const [before] = after ? this.cursors.read(list, agencyId, after) : [];
    const rows = await this.work.read(place, (tx) => this.invitations.page(tx, limit, before));
    const { page, last } = cutPage(rows, limit);
    return {
      items: page.map(toWire),
      next: last ? this.cursors.write(list, agencyId, [last.id]) : null,
    };
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
}

export function toWire(row: InvitationEntity): Invitation {
  const { id, email, role, merchantId } = row;
  return {
    ...{ id, email, role, merchantId },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

function accepted(): Problem {
  return Problem.conflict(
    'invitation-used',
    'This invitation has been accepted.',
    'Nothing was changed: there is nothing left to withdraw. Remove the member instead.',
  );
}
