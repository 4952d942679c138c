import { Injectable } from '@nestjs/common';
import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { MethodContractEntity } from './method-contract.entity';
import { MethodStepEntity } from './method-step.entity';

const live = `c.state not in ('REFUSED', 'WITHDRAWN')`;

/** The only file that may name `method_contract` and `method_step`. */
@Injectable()
export class ContractsRepository {
  insert(tx: Tx, row: MethodContractEntity): Promise<void> {
    return tx.insert(MethodContractEntity, row);
  }

  /** False when another of this brand is there. */
  async insertFound(tx: Tx, row: MethodContractEntity): Promise<boolean> {
    const rows = await tx.sql<{ id: Id }>(
      `insert into method_contract (agency_id, merchant_id, id, brand, state, requested_at,
         active_at, proof_webshop_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (agency_id, merchant_id, brand) where state not in ('REFUSED', 'WITHDRAWN')
       do nothing returning id`,
      [
        ...[row.agencyId, row.merchantId, row.id, row.brand, row.state, row.requestedAt],
        ...[row.activeAt, row.proofWebshopId],
      ],
    );
    return rows.length > 0;
  }

  find(tx: Tx, id: Id): Promise<MethodContractEntity | null> {
    return this.within(tx).andWhere('c.id = :id', { id }).getOne();
  }

  /** Two who say something of the same method wait for each other. */
  lock(tx: Tx, id: Id): Promise<MethodContractEntity | null> {
    return this.within(tx).andWhere('c.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  /** The one of a brand that was neither refused nor withdrawn. */
  live(tx: Tx, merchantId: Id, brand: string): Promise<MethodContractEntity | null> {
    return this.within(tx)
      .andWhere('c.merchantId = :merchantId and c.brand = :brand', { merchantId, brand })
      .andWhere(live)
      .getOne();
  }

  /** Of a merchant, in order of brand, the newest request first. */
  ofMerchant(tx: Tx, merchantId: Id): Promise<MethodContractEntity[]> {
    return this.within(tx)
      .andWhere('c.merchantId = :merchantId', { merchantId })
      .orderBy('c.brand')
      .addOrderBy('c.requestedAt', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .getMany();
  }

  /** The live ones of a merchant, locked in order of id: no deadlocks. */
  lockLive(tx: Tx, merchantId: Id): Promise<MethodContractEntity[]> {
    return this.within(tx)
      .andWhere('c.merchantId = :merchantId', { merchantId })
      .andWhere(live)
      .orderBy('c.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  async update(tx: Tx, id: Id, change: Partial<MethodContractEntity>): Promise<void> {
    await tx.update(MethodContractEntity).set(change).andWhere('id = :id', { id }).execute();
  }

  addStep(tx: Tx, step: MethodStepEntity): Promise<void> {
    return tx.insert(MethodStepEntity, step);
  }

  /** Oldest first. */
  steps(tx: Tx, contractId: Id): Promise<MethodStepEntity[]> {
    return tx
      .from(MethodStepEntity, 's')
      .andWhere('s.contractId = :contractId', { contractId })
      .orderBy('s.id')
      .getMany();
  }

  private within(tx: Tx) {
    return tx.from(MethodContractEntity, 'c');
  }
}
