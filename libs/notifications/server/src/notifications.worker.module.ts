import { Module } from '@nestjs/common';
import { OrdersModule } from '@toonbank/orders/server';
import { QueueModule } from '@toonbank/platform/queue';
import { LostPages } from './lost-pages';
import { Attempts } from './attempts';
import { Claims } from './claims';
import { LandingService } from './landing.service';
import { PageReader } from './page-reader';
import { PagesService } from './pages.service';
import { Pings } from './pings';
import { PullResults } from './pull-results.job';
import { PullResultsProcessor } from './pull-results.processor';
import { PullService } from './pull.service';
import { PullsRepository } from './pulls.repository';
import { Sweep } from './sweep.service';

/** What the worker does about notifications: pull, apply, and sweep up what was left lying. */
@Module({
  imports: [QueueModule.for(PullResults), OrdersModule],
  providers: [
    Attempts,
    Claims,
    LostPages,
    LandingService,
    PageReader,
    PagesService,
    Pings,
    PullResultsProcessor,
    PullService,
    PullsRepository,
    Sweep,
  ],
})
export class NotificationsWorkerModule {}
