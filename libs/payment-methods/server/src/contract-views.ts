import { Injectable } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import {
  brandOf,
  type MethodContract,
  type MethodContractDetail,
  type MethodStepTaken,
} from '@toonbank/payment-methods/contract';
import { Clock, dayOf } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { ContractsRepository } from './contracts.repository';
import type { MethodContractEntity } from './method-contract.entity';
import { isOverdue, nextSteps } from './method-state';

/** Methods as they are told; in the caller's transaction. */
@Injectable()
export class ContractViews {
  constructor(
    private readonly contracts: ContractsRepository,
    private readonly names: PeopleNames,
    private readonly clock: Clock,
  ) {}

  one(row: MethodContractEntity): MethodContract {
    const { id, merchantId, brand, state, turn, dueOn, proofWebshopId } = row;
    return {
      ...{ id, merchantId, brand, name: brandOf(brand).name, state, turn, dueOn, proofWebshopId },
      next: nextSteps(state, brand),
      overdue: isOverdue(dueOn, dayOf(this.clock.now())),
      remindedAt: row.remindedAt?.toISOString() ?? null,
      requestedAt: row.requestedAt.toISOString(),
      activeAt: row.activeAt?.toISOString() ?? null,
    };
  }

  async detail(tx: Tx, row: MethodContractEntity): Promise<MethodContractDetail> {
    const rows = await this.contracts.steps(tx, row.id);
    const names = await this.names.of(
      tx,
      rows.map(({ by }) => by),
    );
    const steps = rows.map(({ step, on, at, by, reason }) => ({
      ...{ step: step as MethodStepTaken['step'], on, at: at.toISOString(), reason },
      by: (by && names.get(by)) ?? null,
    }));
    return { ...this.one(row), steps };
  }
}
