import { Global, Module } from '@nestjs/common';
import { Cursors } from '@toonbank/platform/http';
import { ApiKeyUse } from './api-key-use';
import { ApiKeys } from './api-keys';
import { ApiKeysRepository } from './api-keys.repository';
import { Callers } from './callers';
import { LoginsRepository } from './logins.repository';
import { MembersRepository } from './members.repository';
import { Memberships } from './memberships';
import { PasswordSignIn } from './password-sign-in';
import { Passwords } from './passwords';
import { People } from './people';
import { PortalSessions } from './portal-sessions';
import { Sessions } from './sessions';
import { SessionsRepository } from './sessions.repository';
import { SignInThrottle } from './sign-in-throttle';

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
    Cursors,
    LoginsRepository,
    MembersRepository,
    Memberships,
    Passwords,
    PasswordSignIn,
    People,
    PortalSessions,
    Sessions,
    SessionsRepository,
    SignInThrottle,
  ],
  exports: [ApiKeys, Callers, People, PortalSessions],
})
export class AccessModule {}
