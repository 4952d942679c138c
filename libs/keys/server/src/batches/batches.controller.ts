import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  EnterBatchKeys,
  EnteredBatchKeys,
  PlanRotationBatch,
  RotationBatch,
  rotationBatchesPath,
  rotationBatchKeysPath,
  RotationBatchPage,
  RotationBatchParams,
  rotationBatchPath,
  RotationBatchQuery,
  rotationBatchStepsPath,
  TakeBatchStep,
} from '@toonbank/keys/contract';
import type { Scope } from '@toonbank/platform/db';
import { FreshLogin, InScope, Needs, Returns } from '@toonbank/platform/http';
import { BatchKeys } from './batch-keys';
import { BatchPlans } from './batch-plans';
import { RotationBatches } from './rotation-batches';

/** Renewals of the keys of many webshops. */
@Controller()
export class BatchesController {
  constructor(
    private readonly plans: BatchPlans,
    private readonly keys: BatchKeys,
    private readonly batches: RotationBatches,
  ) {}

  @Get(rotationBatchesPath)
  @Needs('keys:write')
  @Returns(RotationBatchPage)
  page(
    @InScope() scope: Scope,
    @Query({ schema: RotationBatchQuery }) query: RotationBatchQuery,
  ): Promise<RotationBatchPage> {
    return this.batches.page(scope, query);
  }

  /**
   * Changes no keys: says which webshops can be renewed, and what stands in the way of the others.
   * Safe to repeat: a plan that says the same and that nobody has started is told again.
   */
  @Post(rotationBatchesPath)
  @Needs('keys:write')
  @Returns(RotationBatch, 201)
  plan(
    @InScope() scope: Scope,
    @Body({ schema: PlanRotationBatch }) asked: PlanRotationBatch,
  ): Promise<RotationBatch> {
    return this.plans.plan(scope, asked);
  }

  @Get(rotationBatchPath)
  @Needs('keys:write')
  @Returns(RotationBatch)
  one(
    @InScope() scope: Scope,
    @Param({ schema: RotationBatchParams }) { batchId }: RotationBatchParams,
  ): Promise<RotationBatch> {
    return this.batches.get(scope, batchId);
  }

  /** The new pairs of some of its webshops. Each is taken or refused by itself. */
  @Put(rotationBatchKeysPath)
  @Needs('keys:write')
  @FreshLogin()
  @Returns(EnteredBatchKeys)
  enter(
    @InScope() scope: Scope,
    @Param({ schema: RotationBatchParams }) { batchId }: RotationBatchParams,
    @Body({ schema: EnterBatchKeys }) pasted: EnterBatchKeys,
  ): Promise<EnteredBatchKeys> {
    return this.keys.enter(scope, batchId, pasted);
  }

  /** Starts, stops and ends it. Safe to repeat: what was done already changes nothing. */
  @Post(rotationBatchStepsPath)
  @Needs('keys:write')
  @FreshLogin()
  @Returns(RotationBatch)
  take(
    @InScope() scope: Scope,
    @Param({ schema: RotationBatchParams }) { batchId }: RotationBatchParams,
    @Body({ schema: TakeBatchStep }) { step }: TakeBatchStep,
  ): Promise<RotationBatch> {
    return this.batches.take(scope, batchId, step);
  }
}
