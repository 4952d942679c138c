import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the agency asks of its merchants, or of one, in some months. Merchants read it on invoices only. */
@Entity('agency_fee')
export class AgencyFeeEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id', nullable: true }) merchantId!: string | null;
  @Column('text', { name: 'from_month' }) from!: string;
  @Column('text', { name: 'until_month', nullable: true }) until!: string | null;
  @Column('int') base!: number;
  @Column('int', { name: 'per_url' }) perUrl!: number;
}
