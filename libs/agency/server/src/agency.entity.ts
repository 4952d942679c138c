import type { Language } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The tenant itself. Everything that belongs to it carries its id first. */
@Entity('agency')
export class AgencyEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('text') name!: string;
  /** Stands in the address that is entered at the bank. Only its hash is looked up. */
  @Column('text', { name: 'webhook_key' }) webhookKey!: string;
  @Column('text') language!: Language;
  @Column('text', { nullable: true }) colour!: string | null;
  /** Of the logo there is, or was last. */
  @Column('int', { name: 'logo_version' }) logoVersion!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
