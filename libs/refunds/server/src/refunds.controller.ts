import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Scope } from '@toonbank/platform/db';
import { FreshLogin, IdempotencyKey, InScope, Needs, Returns } from '@toonbank/platform/http';
import {
  ConfirmRefund,
  DecideRefund,
  orderRefundablePath,
  orderRefundsPath,
  Refund,
  Refundable,
  RefundFilter,
  RefundOrderParams,
  RefundPage,
  RefundParams,
  RefundQuery,
  RefundSettings as Settings,
  refundSettingsPath,
  refundsPath,
  RefundTotals,
  refundTotalsPath,
  RequestRefund,
} from '@toonbank/refunds/contract';
import { Refundables } from './refundables';
import { RefundDecisions } from './refund-decisions';
import { RefundSettings } from './refund-settings';
import { RefundsService } from './refunds.service';

/** Money given back, of all routes. */
@Controller()
export class RefundsController {
  constructor(
    private readonly refunds: RefundsService,
    private readonly refundables: Refundables,
    private readonly decisions: RefundDecisions,
    private readonly settings: RefundSettings,
  ) {}

  @Get(orderRefundablePath)
  @Needs('refunds:read')
  @Returns(Refundable)
  refundable(
    @InScope() scope: Scope,
    @Param({ schema: RefundOrderParams }) { orderId }: RefundOrderParams,
  ): Promise<Refundable> {
    return this.refundables.of(scope, orderId);
  }

  /** Safe to repeat with the same key and body: it is one refund, at the bank too. */
  @Post(orderRefundsPath)
  @Needs('refunds:request')
  @FreshLogin()
  @Returns(Refund, 201)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  request(
    @InScope() scope: Scope,
    @IdempotencyKey() key: string,
    @Param({ schema: RefundOrderParams }) { orderId }: RefundOrderParams,
    @Body({ schema: RequestRefund }) body: RequestRefund,
  ): Promise<Refund> {
    return this.refunds.request(scope, { orderId, key, body });
  }

  @Get(refundsPath)
  @Needs('refunds:read')
  @Returns(RefundPage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: RefundQuery }) query: RefundQuery,
  ): Promise<RefundPage> {
    return this.refunds.page(scope, query);
  }

  /** How many a list would hold and what they sum up to, by route and status. */
  @Get(`${refundsPath}/${refundTotalsPath}`)
  @Needs('refunds:read')
  @Returns(RefundTotals)
  totals(
    @InScope() scope: Scope,
    @Query({ schema: RefundFilter }) filter: RefundFilter,
  ): Promise<RefundTotals> {
    return this.refunds.totals(scope, filter);
  }

  @Get(`${refundsPath}/:refundId`)
  @Needs('refunds:read')
  @Returns(Refund)
  get(
    @InScope() scope: Scope,
    @Param({ schema: RefundParams }) { refundId }: RefundParams,
  ): Promise<Refund> {
    return this.refunds.get(scope, refundId);
  }

  /** The second approval, or the refusal of it, by another person than who asked. */
  @Put(`${refundsPath}/:refundId/approval`)
  @Needs('refunds:approve')
  @FreshLogin()
  @Returns(Refund)
  decide(
    @InScope() scope: Scope,
    @Param({ schema: RefundParams }) { refundId }: RefundParams,
    @Body({ schema: DecideRefund }) { approved }: DecideRefund,
  ): Promise<Refund> {
    return this.decisions.decide(scope, refundId, approved);
  }

  /** That one which is not the bank's was paid back, or will not be. People say so, no software. */
  @Put(`${refundsPath}/:refundId/confirmation`)
  @Needs('refunds:confirm')
  @Returns(Refund)
  confirm(
    @InScope() scope: Scope,
    @Param({ schema: RefundParams }) { refundId }: RefundParams,
    @Body({ schema: ConfirmRefund }) { paid }: ConfirmRefund,
  ): Promise<Refund> {
    return this.decisions.confirm(scope, refundId, paid);
  }

  @Get(refundSettingsPath)
  @Needs('refunds:read')
  @Returns(Settings)
  readSettings(@InScope() scope: Scope): Promise<Settings> {
    return this.settings.get(scope);
  }

  @Put(refundSettingsPath)
  @Needs('settings:write')
  @Returns(Settings)
  changeSettings(
    @InScope() scope: Scope,
    @Body({ schema: Settings }) settings: Settings,
  ): Promise<Settings> {
    return this.settings.change(scope, settings);
  }
}
