import type { AgencyRole } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who works at the agency. Merchants can't see these rows. */
@Entity('agency_member')
export class AgencyMemberEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'login_id' }) loginId!: string;
  @Column('text') role!: AgencyRole;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
