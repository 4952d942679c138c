import { Injectable } from '@nestjs/common';
import type { Proof, Proven } from '@toonbank/access/contract';
import { Clock } from '@toonbank/platform/clock';
import { Work } from '@toonbank/platform/db';
import { LoginsRepository } from '../logins.repository';
import { PasswordSignIn } from '../password-sign-in';
import { freshMs, type SessionOf } from '../sessions';
import { SessionsRepository } from '../sessions.repository';

/** Who is signed in proves again that it is them, for acts that hand out power. */
@Injectable()
export class StepUp {
  constructor(
    private readonly work: Work,
    private readonly logins: LoginsRepository,
    private readonly sessions: SessionsRepository,
    private readonly signIns: PasswordSignIn,
    private readonly clock: Clock,
  ) {}

  async prove({ id, loginId }: SessionOf, { password }: Proof, address: string): Promise<Proven> {
    const email = await this.logins.emailOf(loginId);
    await this.signIns.proveAgain({ email, password }, address, 'password');
    const at = this.clock.now();
    await this.work.directory((tx) => this.sessions.prove(tx, id, at));
    return { freshUntil: new Date(at.getTime() + freshMs).toISOString() };
  }
}
