import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  Notification,
  NotificationDetail,
  NotificationPage,
  NotificationParams,
  NotificationQuery,
  notificationsPath,
} from '@toonbank/notifications/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { NotificationsService } from './notifications.service';

/** What the bank told us. */
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

  @Get(':notificationId')
  @Needs('notifications:read')
  @Returns(NotificationDetail)
  get(
    @InScope() scope: Scope,
    @Param({ schema: NotificationParams }) { notificationId }: NotificationParams,
  ): Promise<NotificationDetail> {
    return this.notifications.get(scope, notificationId);
  }

  /** Asks the bank once more, with the token of this notification. */
  @Post(':notificationId/pull')
  @Needs('notifications:pull')
  @Returns(Notification, 202)
  pull(
    @InScope() scope: Scope,
    @Param({ schema: NotificationParams }) { notificationId }: NotificationParams,
  ): Promise<Notification> {
    return this.notifications.pull(scope, notificationId);
  }
}
