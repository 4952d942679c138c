import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An agency's data key, wrapped. Deleting the row shreds everything that was sealed under it. */
@Entity('data_key')
export class DataKeyEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'kek_id' }) kekId!: string;
  @Column('bytea') wrapped!: Buffer;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
