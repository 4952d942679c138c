import type { Environment } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A webshop in one environment. Both rows exist as long as the webshop does. */
@Entity('webshop_environment')
export class WebshopEnvironmentEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'webshop_id' }) webshopId!: string;
  @PrimaryColumn('text') environment!: Environment;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('text', { name: 'poi_id', nullable: true }) poiId!: string | null;
  /** Written by the room that keeps the keys, in the transaction that takes them into use. */
  @Column('timestamptz', { name: 'keys_proven_at', nullable: true }) keysProvenAt!: Date | null;
  /** What a person said is done at the bank, and which login that was. */
  @Column('timestamptz', { name: 'added_at', nullable: true }) addedAt!: Date | null;
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy!: string | null;
  @Column('timestamptz', { name: 'signed_at', nullable: true }) signedAt!: Date | null;
  @Column('uuid', { name: 'signed_by', nullable: true }) signedBy!: string | null;
}

/** An environment in which nothing has been done yet. */
export function freshEnvironment(
  place: Pick<WebshopEnvironmentEntity, 'agencyId' | 'merchantId' | 'webshopId' | 'environment'>,
): WebshopEnvironmentEntity {
  const steps = { addedAt: null, addedBy: null, signedAt: null, signedBy: null };
  return { ...place, poiId: null, keysProvenAt: null, ...steps };
}
