import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import { type Act, Audit } from '@toonbank/audit/server';
import { Clock, dayOf } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { newId } from '@toonbank/primitives';
import { ContractsRepository } from './contracts.repository';
import type { MethodContractEntity } from './method-contract.entity';
import { MethodWaits } from './method-waits';

/** What people say of methods, written down: the row, its step, the audit log and whose turn it is. */
@Injectable()
export class ContractRecords {
  constructor(
    private readonly contracts: ContractsRepository,
    private readonly waits: MethodWaits,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async begun(tx: Tx, row: MethodContractEntity): Promise<void> {
    await this.contracts.insert(tx, row);
    await this.waits.turnOf(tx, row);
    await this.note(tx, row, { step: 'requested', on: dayOf(row.requestedAt), reason: null });
    await this.record(tx, row, { act: 'method.requested', detail: { brand: row.brand } });
  }

  /** `after` is the row as it is from now on. A clock that goes on is told of no second time. */
  async taken(
    tx: Tx,
    { after, said, goesOn }: { after: MethodContractEntity; said: Said; goesOn: boolean },
  ): Promise<void> {
    await this.contracts.update(tx, after.id, after);
    if (!goesOn) await this.waits.turnOf(tx, after);
    await this.note(tx, after, said);
    const { step, on, reason } = said;
    const detail = { brand: after.brand, step, on, ...(reason && { reason }) };
    await this.record(tx, after, { act: 'method.step-taken', detail });
  }

  private note(tx: Tx, { id: contractId, merchantId }: MethodContractEntity, said: Said) {
    const [at, by] = [this.clock.now(), personOf(tx)];
    const where = { agencyId: tx.scope.agencyId, merchantId, contractId };
    return this.contracts.addStep(tx, { ...where, id: newId(), ...said, at, by });
  }

  private async record(
    tx: Tx,
    { id, merchantId }: MethodContractEntity,
    told: Pick<Act, 'act' | 'detail'>,
  ): Promise<void> {
    await this.audit.record(tx, { ...told, merchantId, subject: { kind: 'method', id } });
    failpoint('method-step.put');
  }
}

/** What somebody says that happened, on which day. */
export interface Said {
  readonly step: string;
  readonly on: string;
  readonly reason: string | null;
}
