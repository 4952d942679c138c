import type { NotificationState } from '@toonbank/notifications/contract';
import type { Environment } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One ping of the bank, verified and stored before it was answered. */
@Entity('notification')
export class NotificationEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @PrimaryColumn('bytea') digest!: Buffer;
  @Column('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'webshop_id' }) webshopId!: string;
  @Column('text') environment!: Environment;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('int', { name: 'key_version' }) keyVersion!: number;
  @Column('bytea') sealed!: Buffer;
  @Column('text') state!: NotificationState;
}
