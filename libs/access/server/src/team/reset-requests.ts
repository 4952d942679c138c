import { Injectable, Logger } from '@nestjs/common';
import type { AskReset } from '@toonbank/access/contract';
import { Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, type Language, newId } from '@toonbank/primitives';
import { LoginsRepository } from '../logins.repository';
import { Memberships, memberScope } from '../memberships';
import { SignInThrottle } from '../sign-in-throttle';
import { MailedLinks } from './mailed-links';
import { ResetsRepository } from './resets.repository';

const hoursOpen = 2;
/** One mail in so many minutes: nobody's mailbox is filled by who knows their address. */
const minutesApart = 5;

/**
 * Who lost their password asks for a link themselves. It goes to their own mailbox and to nobody
 * else, so it may reset a login that belongs to several agencies.
 */
@Injectable()
export class ResetRequests {
  private readonly logger = new Logger('ResetRequests');

  constructor(
    private readonly work: Work,
    private readonly logins: LoginsRepository,
    private readonly memberships: Memberships,
    private readonly resets: ResetsRepository,
    private readonly links: MailedLinks,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * Answers the same, as fast, whether there is such a login: the mail is made after the answer. What
   * is lost by a crash in between, the person asks for again.
   */
  async ask({ email, language }: AskReset, address: string): Promise<void> {
    await this.throttle.count(email, address);
    if (!this.links.areMailed) throw noMail();
    const login = await this.logins.byEmail(email);
    if (!login) return;
    this.write(login.id, language).catch((error: Error) =>
      this.logger.warn(`a reset link was not mailed: ${error.message}`),
    );
  }

  private async write(loginId: Id, language: Language | undefined): Promise<void> {
    const [place] = await this.memberships.placesOf(loginId);
    // Who belongs nowhere has nothing to sign in for.
    if (!place) return;
    const scope = memberScope(place, loginId);
    const link = await this.links.reset(scope, { loginId, language }, hoursOpen);
    const { agencyId } = scope;
    const { tokenHash, expiresAt } = link;
    const since = new Date(expiresAt.getTime() - minutesApart * 60_000);
    const isKept = await this.work.run(scope, async (tx) => {
      const row = { id: newId(), tokenHash, agencyId, loginId, madeBy: loginId, expiresAt };
      if (!(await this.resets.insertOwn(tx, row, since))) return false;
      await this.links.put(tx, link);
      return true;
    });
    if (isKept) await this.links.hurry(link);
  }
}

function noMail(): Problem {
  return Problem.conflict(
    'no-mail',
    'This Toonbank sends no mail.',
    'No link was made. Ask an owner or admin of your agency for a reset link.',
  );
}
