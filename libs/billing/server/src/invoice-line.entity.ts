import type { LineKind } from '@toonbank/billing/contract';
import { cents } from '@toonbank/platform/db';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of an invoice; never changed. */
@Entity('invoice_line')
export class InvoiceLineEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid', { name: 'invoice_id' }) invoiceId!: string;
  @PrimaryColumn('int') position!: number;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('text') kind!: LineKind;
  @Column('uuid', { name: 'shop_id', nullable: true }) shopId!: string | null;
  @Column('text', { name: 'shop_name', nullable: true }) shopName!: string | null;
  @Column('int') count!: number;
  @Column('int') per!: number;
  @Column('bigint', { transformer: cents }) unit!: number;
  @Column('bigint', { transformer: cents }) net!: number;
  @Column('bigint', { transformer: cents }) vat!: number;
  @Column('int', { name: 'vat_percent', nullable: true }) vatPercent!: number | null;
  @Column('boolean', { name: 'is_billed' }) isBilled!: boolean;
}
