import { Module } from '@nestjs/common';
import { OrdersModule } from '@toonbank/orders/server';
import { Cursors } from '@toonbank/platform/http';
import { QueueModule } from '@toonbank/platform/queue';
import { ShopModule } from '@toonbank/shop/server';
import { Inbox } from './inbox';
import { NotificationViews } from './notification-views';
import { NotificationsController } from './notifications.controller';
import { NotificationsRepository } from './notifications.repository';
import { NotificationsService } from './notifications.service';
import { OrderMessagesController } from './order-messages.controller';
import { OrderMessagesService } from './order-messages.service';
import { PageReader } from './page-reader';
import { PullResults } from './pull-results.job';
import { PullsRepository } from './pulls.repository';
import { RefusalsRepository } from './refusals.repository';
import { Refusals } from './refusals';
import { RefusedMessagesController } from './refused-messages.controller';
import { RefusedMessagesService } from './refused-messages.service';
import { Verifier } from './verifier';
import { WebhookRoutes } from './webhook-routes';

/** What the API serves of notifications; the hot door itself is `openInbox`. */
@Module({
  imports: [QueueModule.for(PullResults), OrdersModule, ShopModule],
  providers: [
    Cursors,
    Inbox,
    NotificationsRepository,
    NotificationsService,
    NotificationViews,
    OrderMessagesService,
    PageReader,
    PullsRepository,
    Refusals,
    RefusalsRepository,
    RefusedMessagesService,
    Verifier,
    WebhookRoutes,
  ],
  controllers: [NotificationsController, OrderMessagesController, RefusedMessagesController],
})
export class NotificationsHttpModule {}
