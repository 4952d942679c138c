import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { MerchantParams } from '@toonbank/merchant/contract';
import {
  AddBillinkExclusion,
  Billink,
  BillinkExclusions,
  billinkExclusionsPath,
  billinkPath,
  CheckPayPalItem,
  EndBillinkExclusion,
  ExclusionParams,
  FillBillink,
  MethodTariffs,
  methodTariffsPath,
  PayPal,
  PayPalItemParams,
  paypalPath,
  SetPayPal,
  SetTariffs,
} from '@toonbank/payment-methods/contract';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import { BillinkSetup } from './billink-setup';
import { ExcludedGroups } from './excluded-groups';
import { PayPalSetup } from './paypal-setup';
import { Tariffs } from './tariffs';

/** What PayPal and Billink need of a merchant, and what methods cost it. */
@Controller()
export class FormsController {
  constructor(
    private readonly paypal: PayPalSetup,
    private readonly billink: BillinkSetup,
    private readonly groups: ExcludedGroups,
    private readonly tariffs: Tariffs,
  ) {}

  @Get(paypalPath)
  @Needs('methods:read')
  @Returns(PayPal)
  readPayPal(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
  ): Promise<PayPal> {
    return this.paypal.get(scope, merchantId);
  }

  @Put(paypalPath)
  @Needs('methods:write')
  @Returns(PayPal)
  setPayPal(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
    @Body({ schema: SetPayPal }) { email }: SetPayPal,
  ): Promise<PayPal> {
    return this.paypal.setEmail(scope, merchantId, email);
  }

  @Put(`${paypalPath}/checklist/:item`)
  @Needs('methods:write')
  @Returns(PayPal)
  check(
    @InScope() scope: Scope,
    @Param({ schema: PayPalItemParams }) { merchantId, item }: PayPalItemParams,
    @Body({ schema: CheckPayPalItem }) { done }: CheckPayPalItem,
  ): Promise<PayPal> {
    return this.paypal.check(scope, merchantId, { item, done });
  }

  /** Looks for an order of production that was paid with PayPal since the address was said. */
  @Post(`${paypalPath}/proof`)
  @Needs('methods:write')
  @Returns(PayPal, 201)
  prove(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
  ): Promise<PayPal> {
    return this.paypal.prove(scope, merchantId);
  }

  @Get(billinkPath)
  @Needs('methods:read')
  @Returns(Billink)
  readBillink(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
  ): Promise<Billink> {
    return this.billink.get(scope, merchantId);
  }

  @Put(billinkPath)
  @Needs('methods:write')
  @Returns(Billink)
  fillBillink(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
    @Body({ schema: FillBillink }) form: FillBillink,
  ): Promise<Billink> {
    return this.billink.fill(scope, merchantId, form);
  }

  @Get(billinkExclusionsPath)
  @Needs('methods:read')
  @Returns(BillinkExclusions)
  exclusions(@InScope() scope: Scope): Promise<BillinkExclusions> {
    return this.groups.list(scope);
  }

  @Post(billinkExclusionsPath)
  @Needs('settings:write')
  @Returns(BillinkExclusions, 201)
  addExclusion(
    @InScope() scope: Scope,
    @Body({ schema: AddBillinkExclusion }) said: AddBillinkExclusion,
  ): Promise<BillinkExclusions> {
    return this.groups.add(scope, said);
  }

  /** Until which day it was so: the group stays in the list. */
  @Put(`${billinkExclusionsPath}/:exclusionId/end`)
  @Needs('settings:write')
  @Returns(BillinkExclusions)
  endExclusion(
    @InScope() scope: Scope,
    @Param({ schema: ExclusionParams }) { exclusionId }: ExclusionParams,
    @Body({ schema: EndBillinkExclusion }) said: EndBillinkExclusion,
  ): Promise<BillinkExclusions> {
    return this.groups.end(scope, exclusionId, said);
  }

  /** For what was entered by mistake. */
  @Delete(`${billinkExclusionsPath}/:exclusionId`)
  @Needs('settings:write')
  @Returns(BillinkExclusions)
  removeExclusion(
    @InScope() scope: Scope,
    @Param({ schema: ExclusionParams }) { exclusionId }: ExclusionParams,
  ): Promise<BillinkExclusions> {
    return this.groups.remove(scope, exclusionId);
  }

  @Get(methodTariffsPath)
  @Needs('methods:read')
  @Returns(MethodTariffs)
  readTariffs(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
  ): Promise<MethodTariffs> {
    return this.tariffs.get(scope, merchantId);
  }

  @Put(methodTariffsPath)
  @Needs('methods:write')
  @Returns(MethodTariffs)
  setTariffs(
    @InScope() scope: Scope,
    @Param({ schema: MerchantParams }) { merchantId }: MerchantParams,
    @Body({ schema: SetTariffs }) tariffs: SetTariffs,
  ): Promise<MethodTariffs> {
    return this.tariffs.set(scope, merchantId, tariffs);
  }
}
