import { Module } from '@nestjs/common';
import { Cursors } from '@toonbank/platform/http';
import { QueueModule } from '@toonbank/platform/queue';
import { Inbox } from './inbox';
import { NotificationsController } from './notifications.controller';
import { NotificationsService } from './notifications.service';
import { PullResults } from './pull-results.job';
import { Refusals } from './refusals';
import { Verifier } from './verifier';
import { WebhookRoutes } from './webhook-routes';

/** What the API serves of notifications; the hot door itself is `openInbox`. */
@Module({
  imports: [QueueModule.for(PullResults)],
  providers: [Cursors, Inbox, NotificationsService, Refusals, Verifier, WebhookRoutes],
  controllers: [NotificationsController],
})
export class NotificationsHttpModule {}
