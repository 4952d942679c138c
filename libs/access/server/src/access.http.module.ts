import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { AccessModule } from './access.module';
import { ApiKeysController } from './api-keys.controller';
import { SessionController } from './session.controller';

/** What the API serves of access, and the guard before every route of every room. */
@Module({
  imports: [AccessModule],
  controllers: [SessionController, ApiKeysController],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
})
export class AccessHttpModule {}
