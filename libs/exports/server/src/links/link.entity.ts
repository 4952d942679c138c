import type { Id } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link to a file, handed out on a page or by mail. What it looks like is not kept: it is signed. */
@Entity('export_link')
export class LinkEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: Id;
  @PrimaryColumn('uuid') id!: Id;
  @Column('uuid', { name: 'merchant_id', nullable: true }) merchantId!: Id | null;
  @Column('uuid', { name: 'export_id' }) exportId!: Id;
  /** Null: handed out on a page. */
  @Column('text', { name: 'sent_to', nullable: true }) sentTo!: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
