import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { LoginsRepository, type ProvenLogin } from './logins.repository';
import { demandGoodPassword } from './password-rule';
import { Passwords } from './passwords';
import { SessionsRepository } from './sessions.repository';
import { ResetsRepository } from './team/resets.repository';

/** A password that obeys the rule, ready to be put in place of the one before. */
export interface NewPassword {
  readonly login: ProvenLogin;
  readonly hash: string;
}

/** Gives a login another password; who was signed in with the one before is out. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsRepository,
    private readonly resets: ResetsRepository,
    private readonly clock: Clock,
  ) {}

  /** Outside a transaction: hashing takes a while. Throws a 422 problem on a weak password. */
  async prepare(login: ProvenLogin, email: string, password: string): Promise<NewPassword> {
    await demandGoodPassword(password, email);
    return { login, hash: await this.passwords.hash(password) };
  }

  /**
   * Also unlocks the login, and ends its sessions but one and the links that would reset it. Of two changes at once the second is
   * refused. How many sessions ended.
   */
  async apply(tx: Tx, { login, hash }: NewPassword, except: Id | null): Promise<number> {
    if (!(await this.logins.setPassword(tx, login, hash))) throw changedMeanwhile();
    const at = this.clock.now();
    await this.resets.closeAll(tx, login.id, at);
    return this.sessions.endAll(tx, login.id, { except, at });
  }
}

function changedMeanwhile(): Problem {
  return Problem.conflict(
    'password-changed',
    'This password was changed at the same moment.',
    'Nothing was changed by this. Sign in with the password that is valid now.',
  );
}
