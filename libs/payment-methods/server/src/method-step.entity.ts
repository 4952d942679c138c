import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that befell a method, as somebody said it or the bank's call showed it. */
@Entity('method_step')
export class MethodStepEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'contract_id' }) contractId!: string;
  @Column('text') step!: string;
  @Column('date', { name: 'happened_on' }) on!: string;
  @Column('timestamptz') at!: Date;
  /** A login; null for our own processes. */
  @Column('uuid', { nullable: true }) by!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
