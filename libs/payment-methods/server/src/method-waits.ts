import { Injectable } from '@nestjs/common';
import { brandOf } from '@toonbank/payment-methods/contract';
import { Clock, dayAfter, lateAfter, startOfDay } from '@toonbank/platform/clock';
import type { Tx } from '@toonbank/platform/db';
import { type Waiting, Waits } from '@toonbank/platform/outbox';
import type { Id } from '@toonbank/primitives';
import type { MethodContractEntity } from './method-contract.entity';

/** Whole days: a wrong address pays out to somebody else for as long as nobody looks. */
const proofDays = 7;

/** Tells the list of tasks whose turn it is with methods, in the caller's transaction. */
@Injectable()
export class MethodWaits {
  constructor(
    private readonly waits: Waits,
    private readonly clock: Clock,
  ) {}

  /** `row` is as it is from now on. For when another turn begins, or the last is over. */
  turnOf(tx: Tx, row: MethodContractEntity): Promise<void> {
    const waiting = waitOf(row, this.clock.now());
    return waiting ? this.waits.open(tx, waiting) : this.waits.close(tx, keyOf(row));
  }

  /** An address at PayPal is worth something once an order has proven it (S36). */
  paypalToProve(tx: Tx, merchantId: Id): Promise<void> {
    const since = this.clock.now();
    return this.waits.open(tx, {
      ...{ key: paypalKey(merchantId), kind: 'paypal-proof', merchantId, subjectId: merchantId },
      ...{ on: 'agency', right: 'methods:write', since, dueAt: lateAfter(since, proofDays) },
    });
  }

  paypalProven(tx: Tx, merchantId: Id): Promise<void> {
    return this.waits.close(tx, paypalKey(merchantId));
  }
}

function waitOf(row: MethodContractEntity, since: Date): Waiting | undefined {
  const { id: subjectId, merchantId, brand, state, turn, dueOn } = row;
  if (!turn || !dueOn) return undefined;
  const at = turn === 'billink' || state === 'CONTRACT_SENT' ? 'Billink' : 'Rabobank';
  return {
    ...{ key: keyOf(row), subjectId, merchantId, on: turn, right: 'methods:write', since },
    kind: turn === 'merchant' ? 'method-signing' : 'method-activation',
    // Its last day counts whole.
    dueAt: startOfDay(dayAfter(dueOn)),
    facts: { method: brandOf(brand).name, at },
  };
}

function keyOf({ id }: MethodContractEntity): string {
  return `method:${id}`;
}

function paypalKey(merchantId: Id): string {
  return `paypal-proof:${merchantId}`;
}
