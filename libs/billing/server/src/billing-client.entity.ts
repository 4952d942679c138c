import type { Language } from '@toonbank/primitives';
import type { BilledTo, Payer } from '@toonbank/billing/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How one merchant is billed. */
@Entity('billing_client')
export class BillingClientEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('text') payer!: Payer;
  @Column('text') language!: Language;
  @Column('jsonb', { name: 'billed_to', nullable: true }) billedTo!: BilledTo | null;
}
