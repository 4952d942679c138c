import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import {
  CreatedOrder,
  CreateOrder,
  LastPaid,
  lastPaidPath,
  LastPaidQuery,
  webshopOrdersPath,
  WebshopParams,
} from '@toonbank/orders/contract';
import type { Scope, WebshopScope } from '@toonbank/platform/db';
import { IdempotencyKey, InScope, Needs, Returns } from '@toonbank/platform/http';
import type { FastifyReply } from 'fastify';
import { AnnouncingService } from './announcing.service';
import { LastPaidOrders } from './last-paid.service';

@Controller(webshopOrdersPath)
export class WebshopOrdersController {
  constructor(
    private readonly announcing: AnnouncingService,
    private readonly paid: LastPaidOrders,
  ) {}

  /**
   * Announces an order at the bank. Safe to repeat with the same key and body. Only API keys hold the
   * right, and the guard refuses another webshop's, so the scope is the webshop of the path.
   */
  @Post()
  @Needs('orders:create')
  @Returns(CreatedOrder, 201)
  @ApiResponse({
    status: 202,
    standardSchema: CreatedOrder,
    description: 'Nobody knows whether the bank has the order: repeat with the same key',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  async create(
    @InScope() scope: WebshopScope,
    @IdempotencyKey() key: string,
    @Param({ schema: WebshopParams }) _params: WebshopParams,
    @Body({ schema: CreateOrder }) order: CreateOrder,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedOrder> {
    const created = await this.announcing.create(scope, key, order);
    if (created.status === 'ANNOUNCING') void reply.status(202);
    return created;
  }

  /** The order that was paid last. */
  @Get(lastPaidPath)
  @Needs('orders:read')
  @Returns(LastPaid)
  lastPaid(
    @InScope() scope: Scope,
    @Param({ schema: WebshopParams }) { webshopId }: WebshopParams,
    @Query({ schema: LastPaidQuery }) query: LastPaidQuery,
  ): Promise<LastPaid> {
    return this.paid.of(scope, webshopId, query);
  }
}
