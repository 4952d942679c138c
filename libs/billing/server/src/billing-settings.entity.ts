import type { BankVat, CountsPer, Letterhead, ProRata } from '@toonbank/billing/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How an agency bills. */
@Entity('billing_settings')
export class BillingSettingsEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('text', { name: 'counts_per' }) countsPer!: CountsPer;
  @Column('text', { name: 'pro_rata' }) proRata!: ProRata;
  @Column('text', { name: 'bank_vat' }) bankVat!: BankVat;
  @Column('text', { name: 'bank_vat_source', nullable: true }) bankVatSource!: string | null;
  @Column('int', { name: 'term_days' }) termDays!: number;
  @Column('jsonb', { nullable: true }) letterhead!: Letterhead | null;
  /** The last month of which the list of tasks was told; null: it is to be told anew. */
  @Column('text', { name: 'told_until', nullable: true }) toldUntil!: string | null;
}
