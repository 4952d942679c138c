import { Global, Module } from '@nestjs/common';
import { ActorNames } from '@toonbank/audit/server';
import { Cursors } from '@toonbank/platform/http';
import { ApiKeyUse } from './api-key-use';
import { ApiKeys } from './api-keys';
import { ApiKeysRepository } from './api-keys.repository';
import { Callers } from './callers';
import { Colleagues } from './colleagues';
import { LoginsRepository } from './logins.repository';
import { MembersRepository } from './members.repository';
import { Memberships } from './memberships';
import { LoginNames } from './login-names';
import { ownProviders, ownServices } from './own/own.providers';
import { PasswordChange } from './password-change';
import { PasswordSignIn } from './password-sign-in';
import { Passwords } from './passwords';
import { People } from './people';
import { PortalSessions } from './portal-sessions';
import { Sessions } from './sessions';
import { SessionsRepository } from './sessions.repository';
import { SignInThrottle } from './sign-in-throttle';
import { teamProviders, teamServices } from './team/team.providers';

/**
 * People, their sessions, and the API keys of webshops. Needs `PlaceNames` and `PlaceResolver` from
 * rooms above.
 */
@Global()
@Module({
  providers: [
    ApiKeys,
    ApiKeysRepository,
    ApiKeyUse,
    Callers,
    Colleagues,
    Cursors,
    LoginsRepository,
    MembersRepository,
    Memberships,
    PasswordChange,
    Passwords,
    PasswordSignIn,
    People,
    PortalSessions,
    Sessions,
    SessionsRepository,
    SignInThrottle,
    ...ownProviders,
    ...teamProviders,
    { provide: ActorNames, useClass: LoginNames },
  ],
  exports: [
    ...[ActorNames, ApiKeys, Callers, Colleagues, People, PortalSessions],
    ...ownServices,
    ...teamServices,
  ],
})
export class AccessModule {}
