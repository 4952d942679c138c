import { Module } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import { OrdersModule } from '@toonbank/orders/server';
import { Cursors } from '@toonbank/platform/http';
import { Refundables } from './refundables';
import { RefundAnswers } from './refund-answers';
import { RefundDecisions } from './refund-decisions';
import { RefundRecords } from './refund-records';
import { RefundRequests } from './refund-requests';
import { RefundSending } from './refund-sending';
import { RefundSettings } from './refund-settings';
import { RefundViews } from './refund-views';
import { RefundsRepository } from './refunds.repository';
import { RefundsService } from './refunds.service';

/** Refunds: asked for, approved, taken to the bank and followed to their end. */
@Module({
  imports: [OrdersModule],
  providers: [
    Cursors,
    PeopleNames,
    Refundables,
    RefundAnswers,
    RefundDecisions,
    RefundRecords,
    RefundRequests,
    RefundSending,
    RefundSettings,
    RefundViews,
    RefundsRepository,
    RefundsService,
  ],
  exports: [
    Refundables,
    RefundDecisions,
    RefundSending,
    RefundSettings,
    RefundsRepository,
    RefundsService,
  ],
})
export class RefundsModule {}
