import { Body, Controller, Param, Put } from '@nestjs/common';
import type { Scope } from '@toonbank/platform/db';
import { InScope, Needs, Returns } from '@toonbank/platform/http';
import {
  BankStepParams,
  ChangeEnvironment,
  SetBankStep,
  WebshopEnvironment,
  WebshopPlaceParams,
  webshopsPath,
} from '@toonbank/shop/contract';
import { BankSteps } from './bank-steps';
import { PointsOfInteraction } from './points-of-interaction';
import { Webshops } from './webshops';

/** A webshop in one environment: what the bank calls it, and how far it is there. */
@Controller(`${webshopsPath}/:webshopId/environments/:environment`)
export class EnvironmentsController {
  constructor(
    private readonly webshops: Webshops,
    private readonly pointsOfInteraction: PointsOfInteraction,
    private readonly bankSteps: BankSteps,
  ) {}

  @Put()
  @Needs('webshops:write')
  @Returns(WebshopEnvironment)
  async change(
    @InScope() scope: Scope,
    @Param({ schema: WebshopPlaceParams }) { webshopId, environment }: WebshopPlaceParams,
    @Body({ schema: ChangeEnvironment }) change: ChangeEnvironment,
  ): Promise<WebshopEnvironment> {
    const place = await this.webshops.place(scope, webshopId, environment);
    return this.pointsOfInteraction.set(place, change);
  }

  @Put('bank-steps/:step')
  @Needs('webshops:write')
  @Returns(WebshopEnvironment)
  async setBankStep(
    @InScope() scope: Scope,
    @Param({ schema: BankStepParams }) { webshopId, environment, step }: BankStepParams,
    @Body({ schema: SetBankStep }) { done }: SetBankStep,
  ): Promise<WebshopEnvironment> {
    const place = await this.webshops.place(scope, webshopId, environment);
    return this.bankSteps.set(place, step, done);
  }
}
