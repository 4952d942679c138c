import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import { LoginsRepository } from '../logins.repository';
import { demandGoodPassword } from '../password-rule';
import { PasswordSignIn } from '../password-sign-in';
import { Passwords } from '../passwords';

/** Somebody at the door who has shown, or just chosen, their password. */
export interface Entrant {
  readonly id: Id;
  /** Makes the login, or holds the one there is. Throws when it changed since the password was shown. */
  enter(tx: Tx): Promise<void>;
}

/** Who comes in by a link proves their login, or gets one. */
@Injectable()
export class Entrants {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly passwords: Passwords,
    private readonly signIns: PasswordSignIn,
    private readonly clock: Clock,
  ) {}

  async hasLogin(email: string): Promise<boolean> {
    return (await this.logins.byEmail(email)) !== undefined;
  }

  async prove(who: { email: string; password: string }, address: string): Promise<Entrant> {
    return (await this.hasLogin(who.email)) ? this.known(who, address) : this.fresh(who);
  }

  private async known(who: { email: string; password: string }, address: string) {
    const { id, passwordVersion } = await this.signIns.proveAgain(who, address, 'password');
    const enter = async (tx: Tx) => {
      if (!(await this.logins.hold(tx, id, passwordVersion))) throw changedMeanwhile();
    };
    return { id, enter };
  }

  private async fresh({ email, password }: { email: string; password: string }) {
    await demandGoodPassword(password, email);
    const passwordHash = await this.passwords.hash(password);
    const id = newId();
    const enter = async (tx: Tx) => {
      const createdAt = this.clock.now();
      const made = await this.logins.ensure(tx, { id, email, passwordHash, createdAt });
      if (made !== id) throw changedMeanwhile();
    };
    return { id, enter };
  }
}

function changedMeanwhile(): Problem {
  return Problem.conflict(
    'login-changed',
    'This login was changed at the same moment.',
    'Nothing was changed here. Open the link again, and use the password that is valid now.',
  );
}
