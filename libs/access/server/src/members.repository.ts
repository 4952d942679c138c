import { Injectable } from '@nestjs/common';
import { Door, type Tx } from '@toonbank/platform/db';
import type { AgencyRole, Id, MerchantRole } from '@toonbank/primitives';
import { AgencyMemberEntity } from './agency-member.entity';
import { MerchantMemberEntity } from './merchant-member.entity';

export interface MemberPlace {
  readonly agencyId: Id;
  readonly merchantId: Id | null;
}

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
  async role(tx: Tx, loginId: Id): Promise<AgencyRole | MerchantRole | undefined> {
    const entity = tx.scope.merchantId ? MerchantMemberEntity : AgencyMemberEntity;
    const row = await tx
      .from<AgencyMemberEntity | MerchantMemberEntity>(entity, 'm')
      .andWhere('m.loginId = :loginId', { loginId })
      .getOne();
    return row?.role;
  }

  addToAgency(tx: Tx, member: AgencyMemberEntity): Promise<void> {
    return tx.insert(AgencyMemberEntity, member);
  }

  addToMerchant(tx: Tx, member: MerchantMemberEntity): Promise<void> {
    return tx.insert(MerchantMemberEntity, member);
  }
}
