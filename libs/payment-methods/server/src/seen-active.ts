import { Injectable } from '@nestjs/common';
import type { BrandStatus } from '@toonbank/bank-client/server';
import { Brand } from '@toonbank/payment-methods/contract';
import { Clock, dayOf } from '@toonbank/platform/clock';
import type { Tx, WebshopScope } from '@toonbank/platform/db';
import { type Id, newId } from '@toonbank/primitives';
import { ContractsRepository } from './contracts.repository';
import { activeWord } from './drift';
import type { MethodContractEntity } from './method-contract.entity';
import { afterEvent, noClock } from './method-state';
import { MethodWaits } from './method-waits';

/**
 * What it proves that the bank shows a brand as active at a webshop of production: the merchant has
 * that method, whatever people said of it or forgot to say.
 */
@Injectable()
export class SeenActive {
  constructor(
    private readonly contracts: ContractsRepository,
    private readonly waits: MethodWaits,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that writes down what the bank told. Safe to repeat. */
  async at(tx: Tx, { merchantId, place }: WebshopScope, told: readonly BrandStatus[]) {
    const live = await this.contracts.lockLive(tx, merchantId);
    for (const { brand, status } of told) {
      if (status !== activeWord || !Brand.safeParse(brand).success) continue;
      const known = live.find((row) => row.brand === brand);
      if (!known) await this.found(tx, { merchantId, brand, webshopId: place.webshopId });
      else await this.activate(tx, known, place.webshopId);
    }
  }

  private async activate(tx: Tx, row: MethodContractEntity, webshopId: Id): Promise<void> {
    const state = afterEvent(row.state, 'seen', row.brand);
    if (!state) return;
    const activeAt = this.clock.now();
    const proof = { activeAt, proofWebshopId: webshopId };
    const change = { state, ...proof, ...noClock, remindedAt: null };
    await this.contracts.update(tx, row.id, change);
    await this.waits.turnOf(tx, { ...row, ...change });
    await this.note(tx, row);
  }

  /** It was there before anybody asked for it here. */
  private async found(tx: Tx, { merchantId, brand, webshopId }: Found): Promise<void> {
    const now = this.clock.now();
    const row: MethodContractEntity = {
      ...{ agencyId: tx.scope.agencyId, id: newId(), merchantId, brand, state: 'ACTIVE' },
      ...{ requestedAt: now, requestedBy: null, ...noClock, remindedAt: null },
      ...{ activeAt: now, proofWebshopId: webshopId },
    };
    // Two webshops of a merchant may be looked at at once: the first has found it.
    if (await this.contracts.insertFound(tx, row)) await this.note(tx, row);
  }

  private note(tx: Tx, { id: contractId, merchantId }: MethodContractEntity): Promise<void> {
    const at = this.clock.now();
    return this.contracts.addStep(tx, {
      ...{ agencyId: tx.scope.agencyId, id: newId(), merchantId, contractId },
      ...{ step: 'seen', on: dayOf(at), at, by: null, reason: null },
    });
  }
}

interface Found {
  readonly merchantId: Id;
  readonly brand: string;
  readonly webshopId: Id;
}
