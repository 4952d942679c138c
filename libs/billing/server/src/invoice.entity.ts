import type { Language } from '@toonbank/primitives';
import type { BilledTo, InvoiceKind, Letterhead, Payer } from '@toonbank/billing/contract';
import { cents } from '@toonbank/platform/db';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An invoice or a credit note, as it was sent: with the names and addresses of that day. */
@Entity('invoice')
export class InvoiceEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('text') month!: string;
  @Column('text') kind!: InvoiceKind;
  @Column('int') year!: number;
  @Column('int') number!: number;
  @Column('date', { name: 'issued_on' }) issuedOn!: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text') language!: Language;
  @Column('text') payer!: Payer;
  @Column('jsonb') letterhead!: Letterhead;
  @Column('jsonb', { name: 'billed_to' }) billedTo!: BilledTo;
  @Column('int') urls!: number;
  @Column('bigint', { transformer: cents }) net!: number;
  @Column('bigint', { transformer: cents }) vat!: number;
  @Column('uuid', { nullable: true }) credits!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { name: 'credited_by', nullable: true }) creditedBy!: string | null;
  @Column('date', { name: 'sent_on', nullable: true }) sentOn!: string | null;
  @Column('date', { name: 'paid_on', nullable: true }) paidOn!: string | null;
  /** When the list of tasks was told that it is late. */
  @Column('timestamptz', { name: 'late_told_at', nullable: true }) lateToldAt!: Date | null;
}
