import type { AgencyRole, Id } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who was asked to come in. The link's token is kept nowhere; its hash leads here. */
@Entity('invitation')
export class InvitationEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id', nullable: true }) merchantId!: Id | null;
  @Column('text') email!: string;
  @Column('text') role!: AgencyRole;
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy!: Id | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
}
