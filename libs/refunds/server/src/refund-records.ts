import { Injectable } from '@nestjs/common';
import { type Act, Audit } from '@toonbank/audit/server';
import type { Tx } from '@toonbank/platform/db';
import { type Waiting, Waits } from '@toonbank/platform/outbox';
import type { RefundStatus } from '@toonbank/refunds/contract';
import type { RefundEntity } from './refund.entity';
import { RefundsRepository } from './refunds.repository';

/** What people do to refunds, written down: the row, the audit log and what waits on whom. */
@Injectable()
export class RefundRecords {
  constructor(
    private readonly refunds: RefundsRepository,
    private readonly audit: Audit,
    private readonly waits: Waits,
  ) {}

  async requested(tx: Tx, row: RefundEntity): Promise<void> {
    await this.refunds.insert(tx, row);
    await this.note(tx, row, 'refund.requested');
    const waiting = waitOf(row, row.requestedAt);
    if (waiting) await this.waits.open(tx, waiting);
  }

  /** `after` is the row as it is from now on; `at` is when. */
  async decided(
    tx: Tx,
    {
      before,
      after,
      act,
      at,
    }: { before: RefundEntity; after: RefundEntity; act: Act['act']; at: Date },
  ): Promise<void> {
    await this.refunds.update(tx, before.id, after);
    await this.note(tx, { ...after, reason: null }, act);
    const [ended, begun] = [waitOf(before, at), waitOf(after, at)];
    if (ended) await this.waits.close(tx, ended.key);
    if (begun) await this.waits.open(tx, begun);
  }

  private async note(tx: Tx, row: RefundEntity, act: Act['act']): Promise<void> {
    const { id, merchantId, orderId, amount, environment, reason } = row;
    await this.audit.record(tx, {
      ...{ act, merchantId, subject: { kind: 'refund', id } },
      detail: { orderId, amount, environment, ...(reason !== null && { reason }) },
    });
  }
}

/** What a refund of this status waits for, when that is a person. */
function waitOf(row: RefundEntity, since: Date): Waiting | undefined {
  const wait = waits[row.status];
  if (!wait) return undefined;
  const { id: subjectId, merchantId, webshopId, environment, amount, route } = row;
  return {
    ...{ key: `${wait.kind}:${subjectId}`, subjectId, merchantId, webshopId, environment, since },
    ...{ ...wait, on: 'agency', facts: { number: row.merchantOrderId, amount, route } },
  };
}

const waits: Partial<Record<RefundStatus, Pick<Waiting, 'kind' | 'right'>>> = {
  AWAITING_APPROVAL: { kind: 'refund-approval', right: 'refunds:approve' },
  ELSEWHERE: { kind: 'refund-elsewhere', right: 'refunds:request' },
};
