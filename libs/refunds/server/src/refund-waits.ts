import { lateAfter } from '@toonbank/platform/clock';
import type { Waiting } from '@toonbank/platform/outbox';
import type { RefundEntity } from './refund.entity';

/** Whole days that follow the day on which somebody was asked; the task is late after them. */
const approvalDays = 2;
const elsewhereDays = 7;
/** A shopper was told that it comes back. */
const keysDays = 1;

/**
 * What a refund of this status waits for, when that is a person. An approval is late when the bank's
 * time is over, if that is sooner: what is approved after it can't go back any more.
 */
export function waitOf(row: RefundEntity, since: Date, endsAt: Date | null): Waiting | undefined {
  if (row.status === 'ELSEWHERE') {
    const waiting = waitingOf(row, 'refund-elsewhere', since);
    return { ...waiting, right: 'refunds:confirm', dueAt: lateAfter(since, elsewhereDays) };
  }
  if (row.status !== 'AWAITING_APPROVAL') return undefined;
  const due = lateAfter(since, approvalDays);
  return {
    ...waitingOf(row, 'refund-approval', since),
    ...{ right: 'refunds:approve', dueAt: endsAt && endsAt < due ? endsAt : due },
  };
}

/** That a refund can't go on because the bank refuses the keys of its webshop, where they are entered. */
export function keysWait(row: RefundEntity, since: Date): Waiting {
  const waiting = waitingOf(row, 'refund-keys', since);
  const dueAt = lateAfter(since, keysDays);
  return { ...waiting, subjectId: row.webshopId, right: 'keys:write', dueAt };
}

type Kind = 'refund-approval' | 'refund-elsewhere' | 'refund-keys';

function waitingOf(row: RefundEntity, kind: Kind, since: Date): Omit<Waiting, 'right' | 'dueAt'> {
  const { id: subjectId, merchantId, webshopId, environment, amount, route } = row;
  return {
    ...{ key: `${kind}:${subjectId}`, kind, subjectId, merchantId, webshopId, environment, since },
    ...{ on: 'agency', facts: { number: row.merchantOrderId, amount, route } },
  };
}
