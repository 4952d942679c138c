import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ChangeMerchant,
  CreateMerchant,
  Merchant,
  MerchantPage,
  MerchantParams,
  MerchantQuery,
  merchantsPath,
} from '@toonbank/merchant/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { MerchantList } from './merchant-list';
import { Merchants } from './merchants';

/** The merchants of the agency; for a merchant, itself. */
@Controller(merchantsPath)
export class MerchantsController {
  constructor(
    private readonly merchants: Merchants,
    private readonly list: MerchantList,
  ) {}

  @Post()
  @Needs('merchants:write')
  @Returns(Merchant, 201)
  create(
    @InScope() scope: Scope,
    @Body({ schema: CreateMerchant }) merchant: CreateMerchant,
  ): Promise<Merchant> {
    return this.merchants.create(scope, merchant);
  }

  @Get()
  @Needs('merchants:read')
  @Returns(MerchantPage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: MerchantQuery }) query: MerchantQuery,
  ): Promise<MerchantPage> {
    return this.list.page(scope, query);
  }

  @Get(':merchantId')
  @Needs('merchants:read')
  @Returns(Merchant)
  get(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
  ): Promise<Merchant> {
    return this.merchants.get(scope, merchantId);
  }

  @Patch(':merchantId')
  @Needs('merchants:write')
  @Returns(Merchant)
  change(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
    @Body({ schema: ChangeMerchant }) change: ChangeMerchant,
  ): Promise<Merchant> {
    return this.merchants.change(scope, merchantId, change);
  }
}
