import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A company that is paid; a client of the agency. */
@Entity('merchant')
export class MerchantEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  /** The name as it is sorted and searched: see `searchable`. */
  @Column('text', { name: 'name_search' }) nameSearch!: string;
  @Column('text', { name: 'kvk_number', nullable: true }) kvkNumber!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
