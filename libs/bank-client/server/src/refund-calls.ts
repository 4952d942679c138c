import { Injectable } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';
import { Egress, type EgressAnswer } from '@toonbank/platform/egress';
import { Id } from '@toonbank/primitives';
import {
  BankError,
  centsOf,
  parseBankTime,
  RefundableDetails,
  RefundDetails,
} from '@toonbank/smart-pay';
import { bankAddress } from './bank-address';
import { bearer, jsonOf, reasonOf, refusalOf } from './bank-answers';
import type { BankRefund, Refundable, RefundOutcome, Told } from './outcomes';
import type { TokenCall, TokenRefused } from './with-token';

const timeoutMs = 10_000;
const maxBytes = 256 * 1024;

/** The bank has its words; what it adds some day is for us not known. */
const statuses = ['PENDING', 'SUCCEEDED', 'FAILED', 'UNKNOWN'] as const;

/** What is asked to be given back. One `requestId` is one refund, however often it is sent. */
export interface AskedRefund {
  readonly transactionId: Id;
  readonly requestId: Id;
  /** Cents. */
  readonly amount: number;
  readonly description: string;
  readonly vatCategory: string | null;
}

export type RefundCall = TokenCall;

/** The bank's refund calls, one request each. Never throws for what the bank or the network does. */
@Injectable()
export class RefundCalls {
  constructor(
    private readonly config: Config,
    private readonly egress: Egress,
  ) {}

  /** S33. What got no answer may have been taken: `unknown`. */
  async refund(call: RefundCall, asked: AskedRefund): Promise<RefundOutcome | TokenRefused> {
    const { transactionId, requestId, amount, description, vatCategory } = asked;
    const money = { currency: 'EUR', amount: String(amount) };
    const body = JSON.stringify({ money, description, vatCategory });
    try {
      const answer = await this.egress.send({
        ...this.request(call, `${transactionId}/refunds`),
        ...{ method: 'POST', body },
        headers: {
          ...bearer(call.accessToken),
          ...{ 'content-type': 'application/json', 'request-id': requestId },
        },
      });
      return readRefund(answer);
    } catch (error) {
      return { kind: 'unknown', reason: reasonOf(error) };
    }
  }

  details(call: RefundCall, transactionId: Id, refundId: Id) {
    return this.ask(call, `${transactionId}/refunds/${refundId}`, refundOf);
  }

  refundable(call: RefundCall, transactionId: Id) {
    return this.ask(call, `${transactionId}/refundable-details`, refundableOf);
  }

  private async ask<T>(
    call: RefundCall,
    path: string,
    read: (json: unknown) => T | undefined,
  ): Promise<Told<T> | TokenRefused> {
    try {
      const { status, body } = await this.egress.send(this.request(call, path));
      const json = jsonOf(body);
      if (status === 401) return { kind: 'token-refused' };
      if (isRefusal(status)) return refusalOf(status, json);
      const told = status < 300 && !BankError.safeParse(json).success ? read(json) : undefined;
      if (told) return { kind: 'told', told };
      return { kind: 'no-answer', reason: `the bank answered ${status}` };
    } catch (error) {
      return { kind: 'no-answer', reason: reasonOf(error) };
    }
  }

  private request({ environment, accessToken }: RefundCall, path: string) {
    const base = 'order/server/api/v2/refund/transactions';
    return {
      method: 'GET' as const,
      url: bankAddress(this.config.bankUrls[environment], `${base}/${path}`),
      headers: bearer(accessToken),
      ...{ timeoutMs, maxBytes },
    };
  }
}

/** A 5xx, a 429 and a success that cannot be read leave open whether the bank has the refund. */
function readRefund({ status, body }: EgressAnswer): RefundOutcome | TokenRefused {
  const json = jsonOf(body);
  if (status === 401) return { kind: 'token-refused' };
  if (isRefusal(status)) return refusalOf(status, json);
  const refund = BankError.safeParse(json).success ? undefined : refundOf(json);
  if (status < 300 && refund) return { kind: 'taken', refund };
  return { kind: 'unknown', reason: `the bank answered ${status}` };
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

function refundOf(json: unknown): BankRefund | undefined {
  const read = RefundDetails.safeParse(json);
  if (!read.success) return undefined;
  const refundId = Id.safeParse(read.data.refundId);
  const amount = centsOf(read.data.refundMoney.amount);
  if (!refundId.success || amount === undefined) return undefined;
  const status = statuses.find((known) => known === read.data.status) ?? 'UNKNOWN';
  return { refundId: refundId.data, status, amount };
}

function refundableOf(json: unknown): Refundable | undefined {
  const read = RefundableDetails.safeParse(json);
  const amount = read.success ? centsOf(read.data.refundableMoney.amount) : undefined;
  if (!read.success || amount === undefined) return undefined;
  try {
    return { amount, expiresAt: parseBankTime(read.data.expiryDatetime) };
  } catch {
    return undefined;
  }
}
