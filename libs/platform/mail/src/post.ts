import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Vault } from '@toonbank/platform/crypto';
import type { Tx } from '@toonbank/platform/db';
import { Hints } from '@toonbank/platform/queue';
import { type Id, newId } from '@toonbank/primitives';
import { Carrier } from './carrier';
import type { Letter } from './letter';
import type { MailEntity } from './mail.entity';
import { MailsRepository } from './mails.repository';
import { SendMail } from './send-mail.job';

export interface ToPost {
  readonly agencyId: Id;
  readonly merchantId: Id | null;
  readonly about: { readonly kind: string; readonly id: Id };
  readonly to: string;
  readonly letter: Letter;
  readonly worthUntil: Date;
}

/** A mail that is sealed and not yet anywhere. */
export type Envelope = Readonly<MailEntity>;

/** What became of a mail. */
export interface MailState {
  readonly state: MailEntity['state'];
  /** When it was sent or given up; while it waits, when it is tried next. */
  readonly at: Date;
  readonly trouble: string | null;
}

/** How rooms send mail: an envelope put in the transaction of what it tells, sent after it. */
@Injectable()
export class Post {
  constructor(
    private readonly mails: MailsRepository,
    private readonly carrier: Carrier,
    private readonly vault: Vault,
    private readonly hints: Hints,
    private readonly clock: Clock,
  ) {}

  /** Whether this installation sends mail at all. */
  get isOn(): boolean {
    return this.carrier.isOn;
  }

  /** Before `Work`: sealing may have to read keys. Null when this installation sends no mail. */
  async seal({ agencyId, merchantId, about, to, letter, worthUntil }: ToPost) {
    if (!this.isOn) return null;
    const [id, now] = [newId(), this.clock.now()];
    const sealer = await this.vault.sealer(agencyId);
    const envelope: Envelope = {
      ...{ agencyId, id, merchantId, toAddress: to, worthUntil },
      ...{ aboutKind: about.kind, aboutId: about.id },
      letter: sealer.seal({ field: 'mail', version: id }, JSON.stringify(letter)),
      ...{ state: 'waiting', tries: 0, dueAt: now, createdAt: now, endedAt: null, trouble: null },
    };
    return envelope;
  }

  /** Part of the caller's transaction: sent if and only if it commits. */
  async put(tx: Tx, envelope: Envelope | null): Promise<void> {
    if (envelope) await this.mails.insert(tx, envelope);
  }

  /** After COMMIT: makes it go now rather than with the next sweep. Never fails. */
  async hurry(envelope: Envelope | null): Promise<void> {
    if (!envelope) return;
    await this.hints.add(SendMail, [{ agencyId: envelope.agencyId, mailId: envelope.id }]);
  }

  /** What became of the newest mail about each of these; those without mail are missing. */
  async states(tx: Tx, kind: string, ids: readonly Id[]): Promise<ReadonlyMap<Id, MailState>> {
    const mails = await this.mails.about(tx, kind, ids);
    return new Map(
      mails.map(({ aboutId, state, endedAt, dueAt, trouble }) => [
        aboutId,
        { state, at: endedAt ?? dueAt, trouble },
      ]),
    );
  }
}
