import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import {
  brandOf,
  type MethodContractDetail,
  type MethodContracts,
  type MethodState,
  type TakeMethodStep,
} from '@toonbank/payment-methods/contract';
import { Clock, dayAfter, dayOf } from '@toonbank/platform/clock';
import { type Scope, type Tx, violates, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Problem } from '@toonbank/platform/http';
import { type Id, newId } from '@toonbank/primitives';
import { ContractRecords } from './contract-records';
import { ContractViews } from './contract-views';
import { ContractsRepository } from './contracts.repository';
import type { MethodContractEntity } from './method-contract.entity';
import { methodProblems } from './method-problems';
import { afterEvent, clockOf } from './method-state';
import { RequestRules } from './request-rules';

const mostDaysAgo = 366;

/**
 * Methods between a merchant and the bank (S29, S30, S50). Everything here is what people say: only the
 * bank can act, and only its call makes a method active.
 */
@Injectable()
export class Contracts {
  constructor(
    private readonly work: Work,
    private readonly contracts: ContractsRepository,
    private readonly views: ContractViews,
    private readonly rules: RequestRules,
    private readonly records: ContractRecords,
    private readonly clock: Clock,
  ) {}

  async list(scope: Scope, merchantId: Id): Promise<MethodContracts> {
    await this.rules.demandMerchant(scope, merchantId);
    return this.work.read(scope, async (tx) => {
      const rows = await this.contracts.ofMerchant(tx, merchantId);
      return { items: rows.map((row) => this.views.one(row)) };
    });
  }

  get(scope: Scope, id: Id): Promise<MethodContractDetail> {
    return this.work.read(scope, async (tx) => {
      const row = await this.contracts.find(tx, id);
      if (!row) throw Problem.notFound('method');
      return this.views.detail(tx, row);
    });
  }

  /** One per merchant and brand, two at once included: a 409 problem for the second. */
  async request(scope: Scope, merchantId: Id, brand: string): Promise<MethodContractDetail> {
    await this.rules.demandMerchant(scope, merchantId);
    try {
      const begun = await this.work.run(scope, async (tx) => {
        const known = await this.contracts.live(tx, merchantId, brand);
        if (known) throw requested(brand, known.state);
        await this.rules.demandForms(tx, merchantId, brand);
        return this.views.detail(tx, await this.begin(tx, merchantId, brand));
      });
      failpoint('method-step.done');
      return begun;
    } catch (error) {
      throw violates(error, 'method_contract_live') ? requested(brand, 'REQUESTED') : error;
    }
  }

  /** What somebody says that happened at the bank. Said again it is a 409 problem, and changes nothing. */
  async take(scope: Scope, id: Id, said: TakeMethodStep): Promise<MethodContractDetail> {
    const on = this.dayOf(said);
    if (said.step === 'refused' && !said.reason) throw methodProblems.reason();
    const taken = await this.work.run(scope, async (tx) => {
      const before = await this.contracts.lock(tx, id);
      if (!before) throw Problem.notFound('method');
      const state = afterEvent(before.state, said.step, before.brand);
      if (!state) throw methodProblems.step(said.step, before.state);
      const clock = clockOf(state, before.brand, on);
      const goesOn = clock === 'goes on';
      const after = { ...before, state, ...(goesOn ? {} : { ...clock, remindedAt: null }) };
      const { step, reason = null } = said;
      await this.records.taken(tx, { after, said: { step, on, reason }, goesOn });
      return this.views.detail(tx, after);
    });
    failpoint('method-step.done');
    return taken;
  }

  private async begin(tx: Tx, merchantId: Id, brand: string): Promise<MethodContractEntity> {
    const [now, state] = [this.clock.now(), 'REQUESTED' as const];
    const clock = clockOf(state, brand, dayOf(now));
    const row: MethodContractEntity = {
      ...{ agencyId: tx.scope.agencyId, id: newId(), merchantId, brand, state },
      ...{ requestedAt: now, requestedBy: personOf(tx), activeAt: null, proofWebshopId: null },
      ...{ turn: null, dueOn: null, remindAt: null, remindedAt: null },
      ...(clock !== 'goes on' && clock),
    };
    await this.records.begun(tx, row);
    return row;
  }

  private dayOf({ on }: TakeMethodStep): string {
    const today = dayOf(this.clock.now());
    if (on === undefined) return today;
    if (on > today || on < dayAfter(today, -mostDaysAgo)) throw methodProblems.day();
    return on;
  }
}

function requested(brand: string, state: MethodState): Problem {
  return methodProblems.requested(brandOf(brand).name, state);
}
