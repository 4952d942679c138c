import { Injectable } from '@nestjs/common';
import type { Scope, Tx } from '@toonbank/platform/db';
import { type Envelope, type Letter, Post } from '@toonbank/platform/mail';
import type { Id, Language } from '@toonbank/primitives';
import { LoginsRepository } from '../logins.repository';
import { PlaceNames } from '../place-names';
import { invitationLetter, resetLetter } from './letters';
import { type NewLink, OneTimeLinks } from './one-time-links';

/** A link, and the mail that brings it. Null: this installation sends no mail. */
export interface MailedLink extends NewLink {
  readonly envelope: Envelope | null;
}

/** Dutch when nobody said another. */
interface InLanguage {
  readonly language: Language | undefined;
}

interface Invitee extends InLanguage {
  /** Of the invitation. */
  readonly id: Id;
  readonly email: string;
}

interface Loser extends InLanguage {
  readonly loginId: Id;
}

/** What the mail is about, and to whom it goes. */
interface Address {
  readonly kind: 'invitation' | 'login';
  readonly id: Id;
  readonly email: string;
}

/** Makes links that open something once, each with the mail that brings it to whom it is for. */
@Injectable()
export class MailedLinks {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly post: Post,
    private readonly names: PlaceNames,
    private readonly logins: LoginsRepository,
  ) {}

  /** Whether this installation sends mail at all. */
  get areMailed(): boolean {
    return this.post.isOn;
  }

  /** Opens `Work` of its own: call it before. */
  async invitation(place: Scope, to: Invitee, hours: number): Promise<MailedLink> {
    const link = this.links.make('welcome', hours);
    const name = await this.names.nameOf(place);
    const letter = invitationLetter({ ...link, name, language: to.language ?? 'nl' });
    const address = { kind: 'invitation', id: to.id, email: to.email } as const;
    return this.sealed(place, address, { link, letter });
  }

  /** Opens `Work` of its own: call it before. */
  async reset(place: Scope, { loginId, language }: Loser, hours: number): Promise<MailedLink> {
    const link = this.links.make('reset', hours);
    const letter = resetLetter({ ...link, language: language ?? 'nl' });
    const email = await this.logins.emailOf(loginId);
    return this.sealed(place, { kind: 'login', id: loginId, email }, { link, letter });
  }

  /** Part of the transaction that keeps the link's hash. */
  put(tx: Tx, { envelope }: MailedLink): Promise<void> {
    return this.post.put(tx, envelope);
  }

  /** After COMMIT. Never fails. */
  hurry({ envelope }: MailedLink): Promise<void> {
    return this.post.hurry(envelope);
  }

  private async sealed(
    { agencyId, merchantId }: Scope,
    { kind, id, email: to }: Address,
    { link, letter }: { link: NewLink; letter: Letter },
  ): Promise<MailedLink> {
    const about = { kind, id };
    const worthUntil = link.expiresAt;
    const place = { agencyId, merchantId: merchantId ?? null };
    const mail = { ...place, about, to, letter, worthUntil };
    return { ...link, envelope: await this.post.seal(mail) };
  }
}
