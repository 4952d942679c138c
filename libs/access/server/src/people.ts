import { Injectable } from '@nestjs/common';
import { Email } from '@toonbank/access/contract';
import { Audit } from '@toonbank/audit/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { type AgencyRole, type Id, type MerchantRole, newId } from '@toonbank/primitives';
import { alreadyMember } from './already-member';
import { LoginsRepository } from './logins.repository';
import { MembersRepository } from './members.repository';
import { demandGoodPassword } from './password-rule';
import { Passwords } from './passwords';
import { randomBase62 } from './secret-text';

export interface NewMember<Role extends string> {
  readonly email: string;
  /** Left out: one is made up, if the login is new. */
  readonly password?: string;
  readonly role: Role;
}

export interface AddedMember {
  readonly loginId: Id;
  /**
   * To be told to the person, once; null when they had a login already, which keeps its password.
   */
  readonly password: string | null;
}

/** Who belongs to agencies and merchants. A person has one login, however many they belong to. */
@Injectable()
export class People {
  constructor(
    private readonly work: Work,
    private readonly logins: LoginsRepository,
    private readonly members: MembersRepository,
    private readonly passwords: Passwords,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  addAgencyMember(scope: Scope, member: NewMember<AgencyRole>): Promise<AddedMember> {
    const { agencyId, actor } = scope;
    return this.add({ agencyId, actor }, member, (tx, loginId) =>
      this.members.addToAgency(tx, {
        ...{ agencyId, loginId, role: member.role },
        createdAt: this.clock.now(),
      }),
    );
  }

  addMerchantMember(
    scope: Scope,
    merchantId: Id,
    member: NewMember<MerchantRole>,
  ): Promise<AddedMember> {
    const { agencyId, actor } = scope;
    return this.add({ agencyId, merchantId, actor }, member, (tx, loginId) =>
      this.members.addToMerchant(tx, {
        ...{ agencyId, merchantId, loginId, role: member.role },
        createdAt: this.clock.now(),
      }),
    );
  }

  private async add(
    scope: Scope,
    member: NewMember<AgencyRole>,
    insert: (tx: Tx, loginId: Id) => Promise<void>,
  ): Promise<AddedMember> {
    const email = Email.parse(member.email);
    const password = member.password ?? randomBase62(20);
    await demandGoodPassword(password, email);
    const passwordHash = await this.passwords.hash(password);
    const id = newId();
    return this.work.run(scope, async (tx) => {
      const createdAt = this.clock.now();
      const loginId = await this.logins.ensure(tx, { id, email, passwordHash, createdAt });
      if (await this.members.role(tx, loginId)) throw alreadyMember();
      await insert(tx, loginId);
      await this.audit.record(tx, {
        act: 'member.added',
        subject: { kind: 'login', id: loginId },
        detail: { role: member.role },
      });
      return { loginId, password: loginId === id ? password : null };
    });
  }
}
