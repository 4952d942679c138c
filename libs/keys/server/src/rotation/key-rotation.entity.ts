import type { RotationState } from '@toonbank/keys/contract';
import type { Environment } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The renewal of the bank's pair of one webshop environment: from which version to which, and how far. */
@Entity('key_rotation')
export class KeyRotationEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'webshop_id' }) webshopId!: string;
  @Column('text') environment!: Environment;
  @Column('text') state!: RotationState;
  @Column('uuid', { name: 'old_id' }) oldId!: string;
  @Column('uuid', { name: 'fresh_id' }) freshId!: string;
  @Column('timestamptz', { name: 'begun_at' }) begunAt!: Date;
  @Column('timestamptz', { name: 'cut_over_at', nullable: true }) cutOverAt!: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
