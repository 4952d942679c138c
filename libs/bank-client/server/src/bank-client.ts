import { Injectable } from '@nestjs/common';
import type { WebshopScope } from '@toonbank/platform/db';
import type { Environment } from '@toonbank/primitives';
import { AccessTokens } from './access-tokens';
import { BankCalls } from './bank-calls';
import type { AnnounceOutcome, PullOutcome, RefreshOutcome } from './outcomes';

/** The one door to the bank. Holds no transaction open and throws for nothing the bank does. */
@Injectable()
export class BankClient {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly calls: BankCalls,
  ) {}

  /** Proof of a refresh token that is about to be kept; not cached. */
  prove(environment: Environment, refreshToken: string): Promise<RefreshOutcome> {
    return this.calls.refresh(environment, refreshToken);
  }

  /** A refused access token is renewed and the announcement sent once more: it was not taken. */
  async announce(scope: WebshopScope, announcement: object): Promise<AnnounceOutcome> {
    const first = await this.announceOnce(scope, announcement);
    if (first.kind !== 'token-refused') return first;
    this.tokens.drop(scope);
    const second = await this.announceOnce(scope, announcement);
    return second.kind === 'token-refused' ? { kind: 'keys-refused' } : second;
  }

  pull(environment: Environment, token: string, eventName: string): Promise<PullOutcome> {
    return this.calls.pull(environment, token, eventName);
  }

  private async announceOnce(scope: WebshopScope, announcement: object) {
    const token = await this.tokens.get(scope);
    if (token.kind === 'refused') return { kind: 'keys-refused' as const };
    if (token.kind === 'no-answer') return { kind: 'unknown' as const, reason: token.reason };
    return this.calls.announce(scope.place.environment, token.accessToken, announcement);
  }
}
