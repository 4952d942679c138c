import { Controller, Get, Param } from '@nestjs/common';
import {
  RefusedMessages,
  RefusedMessagesParams,
  refusedMessagesPath,
} from '@toonbank/notifications/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { RefusedMessagesService } from './refused-messages.service';

@Controller(refusedMessagesPath)
export class RefusedMessagesController {
  constructor(private readonly refused: RefusedMessagesService) {}

  @Get()
  @Needs('notifications:read')
  @Returns(RefusedMessages)
  of(
    @InScope() scope: Scope,
    @Param({ schema: RefusedMessagesParams }) place: RefusedMessagesParams,
  ): Promise<RefusedMessages> {
    return this.refused.of(scope, place);
  }
}
