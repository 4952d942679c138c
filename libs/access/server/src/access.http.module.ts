import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { AccessModule } from './access.module';
import { ApiKeysController } from './api-keys.controller';
import { OwnSessionsController } from './own/own-sessions.controller';
import { SessionController } from './session.controller';
import { InvitationsController } from './team/invitations.controller';
import { LinksController } from './team/links.controller';
import { MembersController } from './team/members.controller';

/** What the API serves of access, and the guard before every route of every room. */
@Module({
  imports: [AccessModule],
  controllers: [
    SessionController,
    OwnSessionsController,
    ApiKeysController,
    MembersController,
    // Before the routes with an id in the same place.
    LinksController,
    InvitationsController,
  ],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
})
export class AccessHttpModule {}
