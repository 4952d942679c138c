import { Injectable } from '@nestjs/common';
import type { WebshopScope } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { AccessTokens } from './access-tokens';
import type { BankRefund, Refundable, RefundOutcome, Told } from './outcomes';
import { type AskedRefund, type RefundCall, RefundCalls } from './refund-calls';
import { type TokenRefused, withToken } from './with-token';

/**
 * Refunds at the bank, through a webshop's own keys. Holds no transaction open and throws for nothing
 * the bank does. A refused access token is renewed and the call sent once more: it was not taken.
 */
@Injectable()
export class BankRefunds {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly calls: RefundCalls,
  ) {}

  /** Safe to repeat with the same request id, and only with it. */
  request(scope: WebshopScope, asked: AskedRefund): Promise<RefundOutcome> {
    const silent = (reason: string): RefundOutcome => ({ kind: 'unknown', reason });
    return this.withToken(scope, silent, (call) => this.calls.refund(call, asked));
  }

  details(scope: WebshopScope, transactionId: Id, refundId: Id): Promise<Told<BankRefund>> {
    const silent = (reason: string): Told<BankRefund> => ({ kind: 'no-answer', reason });
    return this.withToken(scope, silent, (call) =>
      this.calls.details(call, transactionId, refundId),
    );
  }

  refundable(scope: WebshopScope, transactionId: Id): Promise<Told<Refundable>> {
    const silent = (reason: string): Told<Refundable> => ({ kind: 'no-answer', reason });
    return this.withToken(scope, silent, (call) => this.calls.refundable(call, transactionId));
  }

  private withToken<T>(
    scope: WebshopScope,
    silent: (reason: string) => T,
    send: (call: RefundCall) => Promise<T | TokenRefused>,
  ): Promise<T | { readonly kind: 'keys-refused' }> {
    return withToken({ tokens: this.tokens, scope, silent }, send);
  }
}
