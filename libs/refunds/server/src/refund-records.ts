import { Injectable } from '@nestjs/common';
import { type Act, Audit } from '@toonbank/audit/server';
import type { Tx } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Waits } from '@toonbank/platform/outbox';
import type { RefundEntity } from './refund.entity';
import { keysWait, waitOf } from './refund-waits';
import { RefundsRepository } from './refunds.repository';

/** What befalls refunds, written down: the row, the audit log and what waits on whom. */
@Injectable()
export class RefundRecords {
  constructor(
    private readonly refunds: RefundsRepository,
    private readonly audit: Audit,
    private readonly waits: Waits,
  ) {}

  /** `endsAt`: when the bank's time is over; null: it has no end. */
  async requested(tx: Tx, row: RefundEntity, endsAt: Date | null): Promise<void> {
    await this.refunds.insert(tx, row);
    await this.note(tx, row, 'refund.requested');
    const waiting = waitOf(row, row.requestedAt, endsAt);
    if (waiting) await this.waits.open(tx, waiting);
    failpoint('refund-act.put');
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
    failpoint('refund-act.marked');
    await this.note(tx, { ...after, reason: null }, act);
    const [ended, begun] = [waitOf(before, at, null), waitOf(after, at, null)];
    if (ended) await this.waits.close(tx, ended.key);
    if (begun) await this.waits.open(tx, begun);
    failpoint('refund-act.put');
  }

  /** What the bank said, or that it refused the keys; of these somebody is told when that changes. */
  async followed(tx: Tx, { before, change, at }: Followed): Promise<void> {
    await this.refunds.update(tx, before.id, change);
    const isRefused = change.keysRefused;
    if (isRefused !== before.keysRefused) {
      const waiting = keysWait(before, at);
      await (isRefused ? this.waits.open(tx, waiting) : this.waits.close(tx, waiting.key));
    }
    failpoint('refund-answer.put');
  }

  private async note(tx: Tx, row: RefundEntity, act: Act['act']): Promise<void> {
    const { id, merchantId, orderId, amount, environment, reason } = row;
    await this.audit.record(tx, {
      ...{ act, merchantId, subject: { kind: 'refund', id } },
      detail: { orderId, amount, environment, ...(reason !== null && { reason }) },
    });
  }
}

interface Followed {
  readonly before: RefundEntity;
  readonly change: Partial<RefundEntity> & Pick<RefundEntity, 'keysRefused'>;
  readonly at: Date;
}
