import { Controller, Get, Query } from '@nestjs/common';
import {
  NotificationPage,
  NotificationQuery,
  notificationsPath,
} from '@toonbank/notifications/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { NotificationsService } from './notifications.service';

@Controller(notificationsPath)
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @Needs('notifications:read')
  @Returns(NotificationPage)
  list(
    @InScope() scope: Scope,
    @Query({ schema: NotificationQuery }) query: NotificationQuery,
  ): Promise<NotificationPage> {
    return this.notifications.list(scope, query);
  }
}
