import type { KeyKind, KeyState } from '@toonbank/keys/contract';
import type { Environment } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One pair of keys of a webshop environment, sealed: the bank's, or a virtual one that we issued. */
@Entity('key_version')
export class KeyVersionEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'merchant_id' }) merchantId!: string;
  @Column('uuid', { name: 'webshop_id' }) webshopId!: string;
  @Column('text') environment!: Environment;
  @Column('text') kind!: KeyKind;
  @Column('int') version!: number;
  @Column('text') state!: KeyState;
  /** Both are empty once the pair is retired. */
  @Column('bytea', { name: 'signing_key' }) signingKey!: Buffer;
  @Column('bytea', { name: 'refresh_token' }) refreshToken!: Buffer;
  /** HMAC of the signing key under the application key: tells equal keys apart without telling them. */
  @Column('bytea') fingerprint!: Buffer;
  /** The same of the refresh token; null until it is used, where it was entered before this was kept. */
  @Column('bytea', { name: 'token_fingerprint', nullable: true }) tokenFingerprint!: Buffer | null;
  @Column('timestamptz', { name: 'proven_at', nullable: true }) provenAt!: Date | null;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('uuid', { name: 'entered_by', nullable: true }) enteredBy!: string | null;
  @Column('timestamptz', { name: 'last_verified_at', nullable: true }) lastVerifiedAt!: Date | null;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
  /** Of a virtual pair: from when on it signs, until one with a later moment does. Null: it waits. */
  @Column('timestamptz', { name: 'signs_from', nullable: true }) signsFrom!: Date | null;
  /** How often one of its keys was shown to somebody. */
  @Column('int') reveals!: number;
  /** Null: the expiry was read from the token, or is unknown. */
  @Column('uuid', { name: 'expiry_typed_by', nullable: true }) expiryTypedBy!: string | null;
  @Column('timestamptz', { name: 'expiry_typed_at', nullable: true }) expiryTypedAt!: Date | null;
  /** When the next warning about its expiry is due; of a pair that is not in use it means nothing. */
  @Column('timestamptz', { name: 'warn_at', nullable: true }) warnAt!: Date | null;
  /** When it was last warned of; null: nobody was, or it is over. */
  @Column('timestamptz', { name: 'warned_at', nullable: true }) warnedAt!: Date | null;
}
