import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import {
  AddBankPrice,
  AddFee,
  BankPrice,
  BankPrices as ListedPrices,
  bankPricesPath,
  Fee,
  Fees as ListedFees,
  feesPath,
  NextUrlPrice,
  PriceParams,
  SetBankPrice,
  SetFee,
  ShopPriceParams,
  shopPricePath,
} from '@toonbank/billing/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns, ReturnsNothing } from '@toonbank/platform/http';
import { BankPrices } from './bank-prices';
import { Fees } from './fees';
import { ShopPrices } from './shop-prices';

/** The price book: what the bank asks, what the agency asks, and what the next URL would cost. */
@Controller()
export class PricesController {
  constructor(
    private readonly bankPrices: BankPrices,
    private readonly fees: Fees,
    private readonly shops: ShopPrices,
  ) {}

  @Get(bankPricesPath)
  @Needs('billing:close')
  @Returns(ListedPrices)
  listBankPrices(@InScope() scope: Scope): Promise<ListedPrices> {
    return this.bankPrices.list(scope);
  }

  @Post(bankPricesPath)
  @Needs('settings:write')
  @Returns(BankPrice, 201)
  addBankPrice(
    @InScope() scope: Scope,
    @Body({ schema: AddBankPrice }) price: AddBankPrice,
  ): Promise<BankPrice> {
    return this.bankPrices.add(scope, price);
  }

  @Put(`${bankPricesPath}/:priceId`)
  @Needs('settings:write')
  @Returns(BankPrice)
  changeBankPrice(
    @InScope() scope: Scope,
    @Param({ schema: PriceParams }) { priceId }: PriceParams,
    @Body({ schema: SetBankPrice }) price: SetBankPrice,
  ): Promise<BankPrice> {
    return this.bankPrices.change(scope, priceId, price);
  }

  @Delete(`${bankPricesPath}/:priceId`)
  @Needs('settings:write')
  @ReturnsNothing()
  removeBankPrice(
    @InScope() scope: Scope,
    @Param({ schema: PriceParams }) { priceId }: PriceParams,
  ): Promise<void> {
    return this.bankPrices.remove(scope, priceId);
  }

  @Get(feesPath)
  @Needs('billing:close')
  @Returns(ListedFees)
  listFees(@InScope() scope: Scope): Promise<ListedFees> {
    return this.fees.list(scope);
  }

  @Post(feesPath)
  @Needs('settings:write')
  @Returns(Fee, 201)
  addFee(@InScope() scope: Scope, @Body({ schema: AddFee }) fee: AddFee): Promise<Fee> {
    return this.fees.add(scope, fee);
  }

  @Put(`${feesPath}/:priceId`)
  @Needs('settings:write')
  @Returns(Fee)
  changeFee(
    @InScope() scope: Scope,
    @Param({ schema: PriceParams }) { priceId }: PriceParams,
    @Body({ schema: SetFee }) fee: SetFee,
  ): Promise<Fee> {
    return this.fees.change(scope, priceId, fee);
  }

  @Delete(`${feesPath}/:priceId`)
  @Needs('settings:write')
  @ReturnsNothing()
  removeFee(
    @InScope() scope: Scope,
    @Param({ schema: PriceParams }) { priceId }: PriceParams,
  ): Promise<void> {
    return this.fees.remove(scope, priceId);
  }

  @Get(shopPricePath)
  @Needs('merchants:read')
  @Returns(NextUrlPrice)
  nextUrl(
    @InScope() scope: Scope,
    @Param({ schema: ShopPriceParams }) { shopId }: ShopPriceParams,
  ): Promise<NextUrlPrice> {
    return this.shops.ofNextUrl(scope, shopId);
  }
}
