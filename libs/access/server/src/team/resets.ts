import { Injectable } from '@nestjs/common';
import type { ResetLook, ResetPassword } from '@toonbank/access/contract';
import { Audit } from '@toonbank/audit/server';
import { type Tx, Work } from '@toonbank/platform/db';
import { LoginsRepository } from '../logins.repository';
import { memberScope } from '../memberships';
import { type NewPassword, PasswordChange } from '../password-change';
import { deadLink, linkProblem } from './dead-link';
import { ResetDoor } from './reset-door';
import { ResetRule } from './reset-rule';
import type { ResetRoute } from './resets.repository';

/** The door for who lost their password. */
@Injectable()
export class Resets {
  constructor(
    private readonly work: Work,
    private readonly door: ResetDoor,
    private readonly rule: ResetRule,
    private readonly logins: LoginsRepository,
    private readonly change: PasswordChange,
    private readonly audit: Audit,
  ) {}

  async look(token: string, address: string): Promise<ResetLook> {
    const { loginId, expiresAt } = await this.door.open(token, address);
    return { email: await this.logins.emailOf(loginId), expiresAt: expiresAt.toISOString() };
  }

  /** Everything or nothing. Unlocks the login and ends all its sessions. */
  async use({ token, password }: ResetPassword, address: string): Promise<void> {
    const route = await this.door.open(token, address);
    const { loginId } = route;
    const login = await this.logins.byId(loginId);
    if (!login) throw deadLink();
    const email = await this.logins.emailOf(loginId);
    const fresh = await this.change.prepare(login, email, password);
    const place = { agencyId: route.agencyId, merchantId: null };
    await this.work.run(memberScope(place, loginId), (tx) => this.apply(tx, route, fresh));
  }

  private async apply(tx: Tx, route: ResetRoute, fresh: NewPassword): Promise<void> {
    const { agencyId, madeBy: maker, loginId } = route;
    if (!(await this.door.close(tx, route))) throw linkProblem('used');
    const sessions = await this.change.apply(tx, fresh, null);
    // The login is held now: nobody is let in elsewhere between this look and the end.
    await this.rule.demandOnlyHere({ agencyId, maker, loginId });
    const subject = { kind: 'login', id: loginId };
    await this.audit.record(tx, { act: 'password.reset', subject, detail: { sessions } });
  }
}
