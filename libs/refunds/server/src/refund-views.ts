import { Injectable } from '@nestjs/common';
import { PeopleNames } from '@toonbank/access/server';
import type { Tx } from '@toonbank/platform/db';
import { euro } from '@toonbank/primitives';
import type { Refund } from '@toonbank/refunds/contract';
import type { RefundEntity } from './refund.entity';

/** Refunds as they are told, with the names of who acted; in the caller's transaction. */
@Injectable()
export class RefundViews {
  constructor(private readonly names: PeopleNames) {}

  async one(tx: Tx, row: RefundEntity): Promise<Refund> {
    const [told] = await this.all(tx, [row]);
    return told!;
  }

  async all(tx: Tx, rows: readonly RefundEntity[]): Promise<Refund[]> {
    const acted = rows.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy]);
    const names = await this.names.of(tx, acted);
    const nameOf = (id: string | null) => (id && names.get(id)) ?? null;
    return rows.map((row) => ({
      ...factsOf(row),
      requestedBy: nameOf(row.requestedBy),
      decidedBy: nameOf(row.decidedBy),
    }));
  }
}

function factsOf(row: RefundEntity): Omit<Refund, 'requestedBy' | 'decidedBy'> {
  const { id, merchantId, webshopId, environment, orderId, merchantOrderId, transactionId } = row;
  const { paymentBrand, route, status, description, vatCategory, reason, expectedOn } = row;
  const { refusalCode: code, refusalText: text } = row;
  return {
    ...{ id, merchantId, webshopId, environment, orderId, merchantOrderId, transactionId },
    ...{ paymentBrand, route, status, description, vatCategory, reason, expectedOn },
    amount: euro(row.amount),
    requestedAt: row.requestedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    refusal: code === null || text === null ? null : { code, text },
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}
