import { Injectable } from '@nestjs/common';
import { Door, type Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import type { MemberPlace } from '../members.repository';
import { InvitationEntity } from './invitation.entity';

/** Where an invitation's link leads. */
export interface InvitationRoute extends MemberPlace {
  readonly invitationId: Id;
}

/** The only file that may name the tables `invitation` and `invitation_route`. */
@Injectable()
export class InvitationsRepository {
  constructor(private readonly door: Door) {}

  /** Before the tenant is known. */
  async route(tokenHash: Buffer): Promise<InvitationRoute | undefined> {
    const [route] = await this.door.rows<InvitationRoute>(
      `select agency_id as "agencyId", merchant_id as "merchantId",
         invitation_id as "invitationId"
       from invitation_route where token_hash = $1`,
      [tokenHash],
    );
    return route;
  }

  async insert(tx: Tx, row: InvitationEntity, tokenHash: Buffer): Promise<void> {
    await tx.insert(InvitationEntity, row);
    await tx.sql(
      `insert into invitation_route (token_hash, agency_id, merchant_id, invitation_id)
       values ($1, $2, $3, $4)`,
      [tokenHash, row.agencyId, row.merchantId, row.id],
    );
  }

  find(tx: Tx, id: Id): Promise<InvitationEntity | null> {
    return tx.from(InvitationEntity, 'i').andWhere('i.id = :id', { id }).getOne();
  }

  /** Those of the scope's merchant, or of its agency itself; newest first, one more than the limit. */
  page(tx: Tx, limit: number, before?: Id): Promise<InvitationEntity[]> {
    const query = tx.from(InvitationEntity, 'i').andWhere('i.acceptedAt is null');
    query.andWhere('i.withdrawnAt is null');
    if (!tx.scope.merchantId) query.andWhere('i.merchantId is null');
    if (before) query.andWhere('i.id < :before', { before });
    return query
      .orderBy('i.id', 'DESC')
      .limit(limit + 1)
      .getMany();
  }

  /** False when somebody was first, or it was withdrawn. */
  accept(tx: Tx, id: Id, at: Date): Promise<boolean> {
    return this.close(tx, id, { acceptedAt: at });
  }

  /** False when it was accepted or withdrawn before. */
  withdraw(tx: Tx, id: Id, at: Date): Promise<boolean> {
    return this.close(tx, id, { withdrawnAt: at });
  }

  /** Makes room for another invitation of the same person once the one before has run out. */
  async withdrawLate(tx: Tx, email: string, at: Date): Promise<void> {
    const query = tx.update(InvitationEntity).set({ withdrawnAt: at });
    query.andWhere('email = :email and expires_at <= :at', { email, at });
    if (!tx.scope.merchantId) query.andWhere('merchant_id is null');
    await query.andWhere('accepted_at is null and withdrawn_at is null').execute();
  }

  private async close(tx: Tx, id: Id, change: Partial<InvitationEntity>): Promise<boolean> {
    const { affected } = await tx
      .update(InvitationEntity)
      .set(change)
      .andWhere('id = :id and accepted_at is null and withdrawn_at is null', { id })
      .execute();
    return affected === 1;
  }
}
