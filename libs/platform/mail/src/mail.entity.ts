import type { Id } from '@toonbank/primitives';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail that is to go out, or has: the row is the truth, the job that hints at it may be lost. */
@Entity('mail')
export class MailEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId!: Id;
  @PrimaryColumn('uuid') id!: Id;
  @Column('uuid', { name: 'merchant_id', nullable: true }) merchantId!: Id | null;
  /** What it is about, such as `invitation` and its id: so that a page can say what became of it. */
  @Column('text', { name: 'about_kind' }) aboutKind!: string;
  @Column('uuid', { name: 'about_id' }) aboutId!: Id;
  @Column('text', { name: 'to_address' }) toAddress!: string;
  /** Sealed, for it may hold a link that opens something. Null once it has gone out or was given up. */
  @Column('bytea', { nullable: true }) letter!: Buffer | null;
  @Column('text') state!: 'waiting' | 'sent' | 'given-up';
  @Column('int') tries!: number;
  /** Not before then; while it is being sent, until when nobody else takes it. */
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  /** After this it would say nothing that still holds. */
  @Column('timestamptz', { name: 'worth_until' }) worthUntil!: Date;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  /** What the mail server said last, when it did not take it. */
  @Column('text', { nullable: true }) trouble!: string | null;
}
