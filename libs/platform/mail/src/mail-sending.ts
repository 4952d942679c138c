import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import { Vault } from '@toonbank/platform/crypto';
import { systemScope, type Tx, Work } from '@toonbank/platform/db';
import { Outbox } from '@toonbank/platform/outbox';
import type { Id } from '@toonbank/primitives';
import { Carrier } from './carrier';
import { decideEnd } from './decide-end';
import { Letter } from './letter';
import { MailGivenUp } from './mail-given-up';
import type { MailEntity } from './mail.entity';
import { MailsRepository } from './mails.repository';
import { render } from './render-letter';

/** For so long a mail that is being sent is nobody else's. Longer than a mail server may take. */
const heldMs = 60_000;

/** Sends what waits. Any number may run at once, and any of them may die at any line. */
@Injectable()
export class MailSending {
  constructor(
    private readonly work: Work,
    private readonly mails: MailsRepository,
    private readonly vault: Vault,
    private readonly carrier: Carrier,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a mail that is due; else does nothing. Between the server's yes and our own COMMIT a crash
   * makes it go out again: with the same Message-ID, which mail programs show once.
   */
  async send(agencyId: Id, mailId: Id): Promise<void> {
    const scope = systemScope(agencyId, 'send-mail');
    const sealer = await this.vault.sealer(agencyId);
    const now = this.clock.now();
    const until = new Date(now.getTime() + heldMs);
    const mail = await this.work.run(scope, (tx) => this.mails.take(tx, mailId, { now, until }));
    if (!mail?.letter) return;
    const opened = sealer.open({ field: 'mail', version: mail.id }, mail.letter);
    const change = await this.carried(mail, Letter.parse(JSON.parse(opened.toString('utf8'))));
    await this.work.run(scope, async (tx) => {
      const isOurs = await this.mails.change(tx, mail, change);
      if (isOurs && change.state === 'given-up') await this.tellGivenUp(tx, mail);
    });
  }

  private tellGivenUp(tx: Tx, { merchantId, aboutKind: kind, aboutId: id }: MailEntity) {
    return this.outbox.add(tx, MailGivenUp, [{ merchantId, payload: { about: { kind, id } } }]);
  }

  /** What the row says after this try. */
  private async carried(mail: MailEntity, letter: Letter): Promise<Partial<MailEntity>> {
    const { id, toAddress: to, createdAt: date, tries, worthUntil } = mail;
    const late = this.clock.now() >= worthUntil;
    const refused = late
      ? { isFinal: true, why: 'too late' }
      : await this.carrier.carry({
          ...{ id, to, date, onBehalfOf: letter.onBehalfOf },
          ...render(letter),
        });
    const endedAt = this.clock.now();
    if (!refused) return { state: 'sent', letter: null, endedAt, trouble: null };
    const decision = decideEnd(refused, { tries, now: endedAt, worthUntil });
    if (decision.kind === 'again') return { dueAt: decision.at, trouble: refused.why };
    return { state: 'given-up', letter: null, endedAt, trouble: decision.why };
  }
}
