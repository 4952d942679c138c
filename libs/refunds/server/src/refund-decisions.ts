import { Injectable } from '@nestjs/common';
import { personOf } from '@toonbank/access/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import { Problem } from '@toonbank/platform/http';
import type { Id } from '@toonbank/primitives';
import type { Refund } from '@toonbank/refunds/contract';
import { RefundAnswers } from './refund-answers';
import { refundProblems } from './refund-problems';
import { RefundRecords } from './refund-records';
import { begin } from './refund-requests';
import { afterEvent, isEnd, type RefundEvent } from './refund-status';
import type { RefundEntity } from './refund.entity';
import { Refundables } from './refundables';
import { RefundsRepository } from './refunds.repository';

const acts = {
  approved: 'refund.approved',
  rejected: 'refund.rejected',
  confirmed: 'refund.confirmed',
  dropped: 'refund.dropped',
} as const satisfies Partial<Record<RefundEvent, string>>;

type Decision = keyof typeof acts;

/** What people decide about a refund: the second approval, and that it was paid outside the bank. */
@Injectable()
export class RefundDecisions {
  constructor(
    private readonly work: Work,
    private readonly refunds: RefundsRepository,
    private readonly refundables: Refundables,
    private readonly answers: RefundAnswers,
    private readonly records: RefundRecords,
    private readonly clock: Clock,
  ) {}

  /** By another person than who asked for it, while the bank takes it. What is approved is sent at once. */
  async decide(scope: Scope, id: Id, approved: boolean): Promise<Refund> {
    if (approved) await this.inTime(scope, id);
    const row = await this.work.run(scope, async (tx) => {
      const before = await this.locked(tx, id);
      const by = personOf(tx);
      if (before.requestedBy !== null && before.requestedBy === by) throw refundProblems.own();
      const decided = { decidedAt: this.clock.now(), decidedBy: by };
      return this.step(tx, {
        before,
        decision: approved ? 'approved' : 'rejected',
        change: decided,
      });
    });
    failpoint('refund-act.done');
    return this.answers.of(scope, row);
  }

  /** A person says that it was paid outside the bank, or will not be. */
  async confirm(scope: Scope, id: Id, paid: boolean): Promise<Refund> {
    const row = await this.work.run(scope, async (tx) => {
      const before = await this.locked(tx, id);
      return this.step(tx, { before, decision: paid ? 'confirmed' : 'dropped', change: {} });
    });
    failpoint('refund-act.done');
    return this.answers.of(scope, row);
  }

  /** Asks the bank, so no transaction may be open. Of what waits for nothing the decision tells. */
  private async inTime(scope: Scope, id: Id): Promise<void> {
    const row = await this.work.read(scope, (tx) => this.refunds.find(tx, id));
    if (row?.status !== 'AWAITING_APPROVAL' || row.route !== 'bank') return;
    const payment = await this.refundables.payment(scope, row.orderId);
    const bank = await this.refundables.atBank(scope, payment);
    if (this.refundables.limit(payment, bank).isTooLate) throw refundProblems.nothing['too-late']();
  }

  private async locked(tx: Tx, id: Id): Promise<RefundEntity> {
    const row = await this.refunds.lock(tx, id);
    if (!row) throw Problem.notFound('refund');
    return row;
  }

  private async step(tx: Tx, { before, decision, change }: Step): Promise<RefundEntity> {
    const now = this.clock.now();
    const status = afterEvent(before.status, decision, before.route);
    if (!status) throw refundProblems.decided(before.status);
    const after = {
      ...{ ...before, ...change, status },
      ...begin({ status }, now),
      ...(isEnd(status) && { endedAt: now }),
    };
    await this.records.decided(tx, { before, after, act: acts[decision], at: now });
    return after;
  }
}

interface Step {
  readonly before: RefundEntity;
  readonly decision: Decision;
  readonly change: Pick<RefundEntity, 'decidedAt' | 'decidedBy'> | object;
}
