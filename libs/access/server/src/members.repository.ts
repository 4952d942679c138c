import { Injectable } from '@nestjs/common';
import { Door, type Scope, type Tx } from '@toonbank/platform/db';
import type { AgencyRole, Id } from '@toonbank/primitives';
import { AgencyMemberEntity } from './agency-member.entity';
import { MerchantMemberEntity } from './merchant-member.entity';

export interface MemberPlace {
  readonly agencyId: Id;
  readonly merchantId: Id | null;
}

export interface HeldMember {
  readonly loginId: Id;
  readonly role: AgencyRole;
}

export type MemberRow = AgencyMemberEntity | MerchantMemberEntity;

/** The only file that may name the tables `agency_member` and `merchant_member`. */
@Injectable()
export class MembersRepository {
  constructor(private readonly door: Door) {}

  /** Over all tenants: where somebody belongs, agencies first. */
  placesOf(loginId: Id): Promise<MemberPlace[]> {
    return this.door.rows<MemberPlace>(
      `select agency_id as "agencyId", null::uuid as "merchantId"
         from agency_member where login_id = $1
       union all
       select agency_id, merchant_id from merchant_member where login_id = $1
       order by 2 nulls first, 1`,
      [loginId],
    );
  }

  /** In the scope's merchant if it stands inside one, else in its agency. */
  async role(tx: Tx, loginId: Id): Promise<AgencyRole | undefined> {
    const row = await from(tx).andWhere('m.loginId = :loginId', { loginId }).getOne();
    return row?.role;
  }

  /** In the order in which they were added; one row more than the limit. */
  page(tx: Tx, limit: number, [at, id]: readonly string[]): Promise<MemberRow[]> {
    const query = from(tx);
    if (id) query.andWhere('(m.createdAt, m.loginId) > (:at, :id)', { at, id });
    return query
      .orderBy('m.createdAt')
      .addOrderBy('m.loginId')
      .limit(limit + 1)
      .getMany();
  }

  /**
   * The owners and this one, held until the end of the transaction. Two who would both take away the
   * last owner wait for each other here, and the second sees what the first has done.
   */
  async hold(tx: Tx, loginId: Id): Promise<HeldMember[]> {
    const { agencyId, merchantId } = tx.scope;
    return tx.sql<HeldMember>(
      `select login_id as "loginId", role from ${tableOf(tx.scope)}
       where agency_id = $1 ${merchantId ? 'and merchant_id = $3' : ''}
         and (role = 'owner' or login_id = $2)
       order by login_id for update`,
      merchantId ? [agencyId, loginId, merchantId] : [agencyId, loginId],
    );
  }

  /** People of the agency, by their address. */
  withRoles(tx: Tx, roles: readonly AgencyRole[]): Promise<{ id: Id; email: string }[]> {
    return tx.sql(
      `select l.id, l.email from agency_member m join login l on l.id = m.login_id
       where m.agency_id = $1 and m.role = any($2) order by l.email`,
      [tx.scope.agencyId, roles],
    );
  }

  /** In the order in which they were added. */
  async ownerEmails(tx: Tx): Promise<string[]> {
    const { agencyId, merchantId } = tx.scope;
    const rows = await tx.sql<{ email: string }>(
      `select l.email from ${tableOf(tx.scope)} m join login l on l.id = m.login_id
       where m.agency_id = $1 ${merchantId ? 'and m.merchant_id = $2' : ''} and m.role = 'owner'
       order by m.created_at, m.login_id`,
      merchantId ? [agencyId, merchantId] : [agencyId],
    );
    return rows.map(({ email }) => email);
  }

  async setRole(tx: Tx, loginId: Id, role: AgencyRole): Promise<void> {
    const { agencyId, merchantId } = tx.scope;
    await tx.sql(
      `update ${tableOf(tx.scope)} set role = $3
       where agency_id = $1 and login_id = $2 ${merchantId ? 'and merchant_id = $4' : ''}`,
      merchantId ? [agencyId, loginId, role, merchantId] : [agencyId, loginId, role],
    );
  }

  async remove(tx: Tx, loginId: Id): Promise<void> {
    const { agencyId, merchantId } = tx.scope;
    await tx.sql(
      `delete from ${tableOf(tx.scope)}
       where agency_id = $1 and login_id = $2 ${merchantId ? 'and merchant_id = $3' : ''}`,
      merchantId ? [agencyId, loginId, merchantId] : [agencyId, loginId],
    );
  }

  addToAgency(tx: Tx, member: AgencyMemberEntity): Promise<void> {
    return tx.insert(AgencyMemberEntity, member);
  }

  addToMerchant(tx: Tx, member: MerchantMemberEntity): Promise<void> {
    return tx.insert(MerchantMemberEntity, member);
  }
}

/** The people of the scope's merchant if it stands inside one, else of its agency. */
function from(tx: Tx) {
  const entity = tx.scope.merchantId ? MerchantMemberEntity : AgencyMemberEntity;
  return tx.from<MemberRow>(entity, 'm');
}

function tableOf({ merchantId }: Scope): 'merchant_member' | 'agency_member' {
  return merchantId ? 'merchant_member' : 'agency_member';
}
