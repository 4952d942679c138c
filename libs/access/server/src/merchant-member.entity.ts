import type { MerchantRole } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody of a merchant. */
@Entity('merchant_member')
export class MerchantMemberEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'merchant_id' }) merchantId!: string;
  @PrimaryColumn('uuid', { name: 'login_id' }) loginId!: string;
  @Column('text') role!: MerchantRole;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
