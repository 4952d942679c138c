import { Injectable } from '@nestjs/common';
import type { ChangePassword } from '@toonbank/access/contract';
import { LoginsRepository } from '../logins.repository';
import { PasswordChange } from '../password-change';
import { PasswordSignIn } from '../password-sign-in';
import type { SessionOf } from '../sessions';
import { OwnActs } from './own-acts';

/** Changes one's own password. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly signIns: PasswordSignIn,
    private readonly passwords: PasswordChange,
    private readonly acts: OwnActs,
  ) {}

  /** The session that asks goes on; all others end, and so do links that would have reset it. */
  async change(
    session: SessionOf,
    { current, password }: ChangePassword,
    address: string,
  ): Promise<void> {
    const email = await this.logins.emailOf(session.loginId);
    const who = { email, password: current };
    const login = await this.signIns.proveAgain(who, address, 'current');
    const fresh = await this.passwords.prepare(login, email, password);
    await this.acts.run(session, 'password.changed', async (tx) => ({
      sessions: await this.passwords.apply(tx, fresh, session.id),
    }));
  }
}
