import type { Software } from '@toonbank/shop/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One URL at a point of sale. */
@Entity('webshop')
export class WebshopEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'point_of_sale_id' }) pointOfSaleId!: string;
  @Column('text') url!: string;
  @Column('text', { name: 'software_kind', nullable: true }) softwareKind!: Software['kind'] | null;
  @Column('text', { name: 'software_name', nullable: true }) softwareName!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** The last day it works, in Dutch time; the five are all null or none but reason and person. */
  @Column('date', { name: 'ends_on', nullable: true }) endsOn!: string | null;
  /** The midnight after that day: from this instant on the webshop has ended. */
  @Column('timestamptz', { name: 'ends_at', nullable: true }) endsAt!: Date | null;
  @Column('text', { name: 'ending_reason', nullable: true }) endingReason!: string | null;
  @Column('timestamptz', { name: 'ending_set_at', nullable: true }) endingSetAt!: Date | null;
  @Column('uuid', { name: 'ending_set_by', nullable: true }) endingSetBy!: string | null;
  /** As a person said that it stands at the bank; null: no end there, or nobody said. */
  @Column('date', { name: 'bank_ends_on', nullable: true }) bankEndsOn!: string | null;
  @Column('timestamptz', { name: 'bank_end_said_at', nullable: true }) bankEndSaidAt!: Date | null;
  @Column('uuid', { name: 'bank_end_said_by', nullable: true }) bankEndSaidBy!: string | null;
  /** Null: there is no word to take back. */
  @Column('jsonb', { name: 'bank_end_before', nullable: true }) bankEndBefore!: BankWord | null;
}

/** What somebody said of a webshop's end at the bank, as it is stored beside the word after it. */
export interface BankWord {
  readonly endsOn: string | null;
  readonly saidAt: string | null;
  readonly saidBy: string | null;
}
