import { Injectable } from '@nestjs/common';
import type { Invitation, InvitationPage, MembersQuery } from '@toonbank/access/contract';
import { type Scope, Work } from '@toonbank/platform/db';
import { Cursors, cutPage } from '@toonbank/platform/http';
import { type MailState, Post } from '@toonbank/platform/mail';
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
    private readonly post: Post,
    private readonly cursors: Cursors,
  ) {}

  async page(scope: Scope, { merchantId, limit, after }: MembersQuery): Promise<InvitationPage> {
    const place = await this.places.of(scope, merchantId);
    const { agencyId } = place;
    const [before] = after ? this.cursors.read(list, agencyId, after) : [];
    const { page, last, mails } = await this.work.read(place, async (tx) => {
      const cut = cutPage(await this.invitations.page(tx, limit, before), limit);
      const ids = cut.page.map(({ id }) => id);
      return { ...cut, mails: await this.post.states(tx, 'invitation', ids) };
    });
    return {
      items: page.map((row) => toWire(row, mails.get(row.id))),
      next: last ? this.cursors.write(list, agencyId, [last.id]) : null,
    };
  }
}

export function toWire(row: InvitationEntity, mail: MailState | undefined): Invitation {
  const { id, email, role, merchantId } = row;
  return {
    ...{ id, email, role, merchantId },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    mail: mail ? { ...mail, at: mail.at.toISOString() } : null,
  };
}
