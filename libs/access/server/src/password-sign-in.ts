import { Injectable, Logger } from '@nestjs/common';
import type { SignIn } from '@toonbank/access/contract';
import { Clock } from '@toonbank/platform/clock';
import { Work } from '@toonbank/platform/db';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import { LoginsRepository, type ProvenLogin } from './logins.repository';
import { Passwords } from './passwords';
import { SignInThrottle } from './sign-in-throttle';

const failuresBeforeLock = 10;
const lockedMs = 30 * 60_000;

/** Proves by e-mail address and password who somebody is. */
@Injectable()
export class PasswordSignIn {
  private readonly logger = new Logger('SignIn');

  constructor(
    private readonly work: Work,
    private readonly logins: LoginsRepository,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly clock: Clock,
  ) {}

  /**
   * The login. Throws one and the same 401 problem, after the same work, for an unknown address, a
   * wrong password and a locked login, so that nobody learns which addresses exist.
   */
  async prove({ email, password }: SignIn, address: string): Promise<ProvenLogin> {
    await this.throttle.count(email, address);
    const login = await this.logins.byEmail(email);
    const fits = await this.passwords.fits(password, login?.passwordHash);
    const now = this.clock.now();
    if (!login || (login.lockedUntil && login.lockedUntil > now)) throw refused();
    if (!fits) {
      await this.fail(login.id);
      throw refused();
    }
    const open = await this.work.directory((tx) => this.logins.forgetFailures(tx, login.id, now));
    if (!open) throw refused();
    await this.throttle.forget(email);
    return login;
  }

  /**
   * The same for who is known already. The refusal names the field, and is no 401: the session goes
   * on.
   */
  async proveAgain(credentials: SignIn, address: string, path: string): Promise<ProvenLogin> {
    try {
      return await this.prove(credentials, address);
    } catch (error) {
      throw error instanceof Problem && error.status === 401 ? wrong(path) : error;
    }
  }

  private async fail(id: Id): Promise<void> {
    const until = new Date(this.clock.millis() + lockedMs);
    await this.work.directory((tx) =>
      this.logins.countFailure(tx, id, { limit: failuresBeforeLock, until }),
    );
    this.logger.warn({ msg: 'wrong password', login: id });
  }
}

function wrong(path: string): Problem {
  return Problem.unprocessable(
    'wrong-password',
    'This password is not right.',
    'Nothing was changed. Type it again; after 10 wrong passwords a login rests for 30 minutes.',
    path,
  );
}

function refused(): Problem {
  return new Problem(
    401,
    'sign-in-refused',
    'E-mail address or password is not right.',
    'Check both. After 10 wrong passwords a login rests for 30 minutes.',
  );
}
