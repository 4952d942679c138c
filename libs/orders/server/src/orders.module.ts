import { Module } from '@nestjs/common';
import { PaymentMethodsModule } from '@toonbank/payment-methods/server';
import { Cursors } from '@toonbank/platform/http';
import { AnnouncementClaims } from './announcement-claims';
import { AnnouncementRecords } from './announcement-records';
import { AnnouncementsRepository } from './announcements.repository';
import { AnnouncingService } from './announcing.service';
import { HistoryRepository } from './history.repository';
import { LastPaidOrders } from './last-paid.service';
import { OrderCases } from './order-cases.service';
import { OrderChanges } from './order-changes';
import { OrderDaysRepository } from './order-days.repository';
import { OrderFigures } from './order-figures.service';
import { OrderSteps } from './order-steps';
import { OrderViews } from './order-views';
import { OrdersRepository } from './orders.repository';
import { OrdersService } from './orders.service';
import { PaidOrders } from './paid-orders';
import { PaidTodays } from './paid-today.service';
import { ResultsRepository } from './results.repository';
import { ResultsService } from './results.service';
import { ReturnTokens } from './return-token';
import { ReturnsService } from './returns.service';
import { SalesRules } from './sales-rules';
import { WaitingOrdersModule } from './waiting-orders.module';

/** Orders: announced for shops, settled by what the bank reports. */
@Module({
  imports: [PaymentMethodsModule, WaitingOrdersModule],
  providers: [
    AnnouncementClaims,
    AnnouncementRecords,
    AnnouncementsRepository,
    AnnouncingService,
    Cursors,
    HistoryRepository,
    LastPaidOrders,
    OrderCases,
    OrderChanges,
    OrderDaysRepository,
    OrderFigures,
    OrderSteps,
    OrderViews,
    OrdersRepository,
    OrdersService,
    PaidOrders,
    PaidTodays,
    ResultsRepository,
    ResultsService,
    ReturnsService,
    ReturnTokens,
    SalesRules,
  ],
  exports: [
    LastPaidOrders,
    AnnouncingService,
    OrderCases,
    OrderChanges,
    OrderFigures,
    OrdersService,
    PaidOrders,
    PaidTodays,
    ResultsService,
    ReturnsService,
  ],
})
export class OrdersModule {}
