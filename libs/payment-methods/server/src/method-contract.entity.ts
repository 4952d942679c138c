import type { MethodState, MethodTurn } from '@toonbank/payment-methods/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A method between a merchant and the bank. One that is not refused or withdrawn is the only one. */
@Entity('method_contract')
export class MethodContractEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('text') brand!: string;
  @Column('text') state!: MethodState;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  /** A login; null when it was found active at the bank without a request. */
  @Column('uuid', { name: 'requested_by', nullable: true }) requestedBy!: string | null;
  @Column('text', { nullable: true }) turn!: MethodTurn | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  /** When a reminder of the clock that runs is due; null once it is sent. */
  @Column('timestamptz', { name: 'remind_at', nullable: true }) remindAt!: Date | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column('timestamptz', { name: 'active_at', nullable: true }) activeAt!: Date | null;
  @Column('uuid', { name: 'proof_webshop_id', nullable: true }) proofWebshopId!: string | null;
}
