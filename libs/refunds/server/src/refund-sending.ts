import { Injectable } from '@nestjs/common';
import { BankRefunds, type RefundOutcome, type Told } from '@toonbank/bank-client/server';
import type { BankRefund } from '@toonbank/bank-client/server';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, Work, type WebshopScope } from '@toonbank/platform/db';
import { failpoint } from '@toonbank/platform/failpoint';
import type { Id } from '@toonbank/primitives';
import { afterEvent, isEnd, nextAskMs, type RefundEvent } from './refund-status';
import { RefundRecords } from './refund-records';
import type { RefundEntity } from './refund.entity';
import { RefundsRepository } from './refunds.repository';

/** What the bank's answer, or its silence, means for a row. */
interface News {
  readonly event?: RefundEvent;
  readonly bankRefundId?: Id;
  /** Undefined: the bank said nothing about them. */
  readonly keysRefused?: boolean;
  readonly refusal?: { readonly errorCode: number; readonly text: string };
}

/**
 * Takes refunds to the bank and asks what became of them. The row is committed before the call and its
 * id is the request id, so a call that died or got no answer is made again without a second refund.
 */
@Injectable()
export class RefundSending {
  constructor(
    private readonly work: Work,
    private readonly refunds: RefundsRepository,
    private readonly records: RefundRecords,
    private readonly bank: BankRefunds,
    private readonly clock: Clock,
  ) {}

  /** Sends or asks, whichever its status wants; answers the row after it. No transaction may be open. */
  async goOn(scope: Scope, row: RefundEntity): Promise<RefundEntity> {
    const inside = placeOf(scope, row);
    failpoint('refund-call.before');
    const news = await this.ask(inside, row);
    failpoint('refund-call.after');
    return this.settle(inside, row.id, news);
  }

  private async ask(scope: WebshopScope, row: RefundEntity): Promise<News> {
    const { id: requestId, transactionId, bankRefundId, status } = row;
    if (status === 'SENDING') {
      const { amount, description, vatCategory } = row;
      const asked = { transactionId, requestId, amount, description, vatCategory };
      return sent(await this.bank.request(scope, asked));
    }
    if (!bankRefundId) return {};
    return told(await this.bank.details(scope, transactionId, bankRefundId));
  }

  /** What somebody else learnt meanwhile is not overwritten: an end is never left. */
  private async settle(scope: Scope, id: Id, news: News): Promise<RefundEntity> {
    const after = await this.work.run(scope, async (tx) => {
      const row = (await this.refunds.lock(tx, id))!;
      const at = this.clock.now();
      const change = changeOf(row, news, at);
      await this.records.followed(tx, { before: row, change, at });
      return { ...row, ...change };
    });
    failpoint('refund-answer.done');
    return after;
  }
}

function changeOf(row: RefundEntity, news: News, now: Date) {
  const { event, bankRefundId, refusal, keysRefused = row.keysRefused } = news;
  const status = (event && afterEvent(row.status, event, row.route)) ?? row.status;
  const tries = status === row.status ? row.tries + 1 : 0;
  const waitMs = nextAskMs(status, tries);
  const hasEnded = isEnd(status) && !isEnd(row.status);
  return {
    ...{ status, tries, keysRefused: keysRefused && !isEnd(status) },
    bankRefundId: bankRefundId ?? row.bankRefundId,
    nextAt: waitMs === undefined ? null : new Date(now.getTime() + waitMs),
    ...(refusal && hasEnded && { refusalCode: refusal.errorCode, refusalText: refusal.text }),
    ...(hasEnded && { endedAt: now }),
  };
}

/** Inside the webshop whose keys the bank is asked with. */
function placeOf({ agencyId, actor }: Scope, row: RefundEntity): WebshopScope {
  const { merchantId, webshopId, environment } = row;
  return { agencyId, actor, merchantId, place: { webshopId, environment } };
}

/** Keys that are refused, and silence, leave open whether an earlier try was taken. */
function sent(outcome: RefundOutcome): News {
  if (outcome.kind === 'keys-refused') return { keysRefused: true };
  if (outcome.kind === 'unknown') return {};
  if (outcome.kind === 'refused') {
    return { event: 'refused', refusal: outcome, keysRefused: false };
  }
  const { status: event, refundId: bankRefundId } = outcome.refund;
  return { event, bankRefundId, keysRefused: false };
}

function told(answer: Told<BankRefund>): News {
  if (answer.kind === 'keys-refused') return { keysRefused: true };
  if (answer.kind === 'no-answer') return {};
  return { keysRefused: false, ...(answer.kind === 'told' && { event: answer.told.status }) };
}
