import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  KeyPlace,
  KeyRotation,
  KeyRotationPage,
  KeyTraffic,
  RotationParams,
  rotationPath,
  RotationQuery,
  rotationsPath,
  rotationStepsPath,
  StartRotation,
  rotationTrafficPath,
  startRotationPath,
  TakeRotationStep,
} from '@toonbank/keys/contract';
import type { Scope } from '@toonbank/platform/db';
import { FreshLogin, InScope, Needs, Returns } from '@toonbank/platform/http';
import { Webshops } from '@toonbank/shop/server';
import { RotationList } from './rotation-list';
import { RotationStart } from './rotation-start';
import { RotationSteps } from './rotation-steps';
import { RotationTraffic } from './rotation-traffic';

/** Renewals of the bank's keys. */
@Controller()
export class RotationsController {
  constructor(
    private readonly start: RotationStart,
    private readonly steps: RotationSteps,
    private readonly list: RotationList,
    private readonly traffic: RotationTraffic,
    private readonly webshops: Webshops,
  ) {}

  @Get(rotationsPath)
  @Needs('keys:write')
  @Returns(KeyRotationPage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: RotationQuery }) query: RotationQuery,
  ): Promise<KeyRotationPage> {
    return this.list.page(scope, query);
  }

  @Get(rotationPath)
  @Needs('keys:write')
  @Returns(KeyRotation)
  one(
    @InScope() scope: Scope,
    @Param({ schema: RotationParams }) { rotationId }: RotationParams,
  ): Promise<KeyRotation> {
    return this.list.get(scope, rotationId);
  }

  /** How many messages of the bank each of the two signing keys verified, per hour. */
  @Get(rotationTrafficPath)
  @Needs('keys:write')
  @Returns(KeyTraffic)
  countTraffic(
    @InScope() scope: Scope,
    @Param({ schema: RotationParams }) { rotationId }: RotationParams,
  ): Promise<KeyTraffic> {
    return this.traffic.of(scope, rotationId);
  }

  @Post(startRotationPath)
  @Needs('keys:write')
  @FreshLogin()
  @Returns(KeyRotation, 201)
  async begin(
    @InScope() scope: Scope,
    @Param({ schema: KeyPlace }) place: KeyPlace,
    @Body({ schema: StartRotation }) pasted: StartRotation,
  ): Promise<KeyRotation> {
    const webshop = await this.webshops.place(scope, place.webshopId, place.environment);
    return this.start.begin(webshop, pasted);
  }

  /** Safe to repeat: a step that was taken already changes nothing. */
  @Post(rotationStepsPath)
  @Needs('keys:write')
  @FreshLogin()
  @Returns(KeyRotation)
  take(
    @InScope() scope: Scope,
    @Param({ schema: RotationParams }) { rotationId }: RotationParams,
    @Body({ schema: TakeRotationStep }) taken: TakeRotationStep,
  ): Promise<KeyRotation> {
    return this.steps.take(scope, rotationId, taken);
  }
}
