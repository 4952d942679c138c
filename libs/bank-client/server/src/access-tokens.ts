import { Injectable } from '@nestjs/common';
import { Clock } from '@toonbank/platform/clock';
import type { WebshopScope } from '@toonbank/platform/db';
import { BankCalls } from './bank-calls';
import type { RefreshOutcome } from './outcomes';
import { TokenSource } from './token-source';

interface Kept {
  readonly outcome: Promise<RefreshOutcome>;
  /** Before this moment the token is handed out as it is. */
  freshUntil: number;
}

const lastPart = 0.05;
const lastMs = 60_000;
const kept = 5_000;

/**
 * The bank asks to cache access tokens, not to fetch one per payment. One refresh at a time per
 * webshop environment and process; renewed in the last 5 % of the life or the last minute.
 */
@Injectable()
export class AccessTokens {
  private readonly tokens = new Map<string, Kept>();

  constructor(
    private readonly source: TokenSource,
    private readonly calls: BankCalls,
    private readonly clock: Clock,
  ) {}

  async get(scope: WebshopScope): Promise<RefreshOutcome> {
    const pair = await this.source.refreshToken(scope);
    if (!pair) return { kind: 'refused' };
    const key = keyOf(scope, pair.version);
    const known = this.tokens.get(key);
    if (known && this.clock.millis() < known.freshUntil) return known.outcome;
    return this.renew(scope, key, pair.token);
  }

  /** After the bank refused an access token: the next `get` fetches another. */
  drop(scope: WebshopScope): void {
    const prefix = keyOf(scope, '');
    for (const key of this.tokens.keys()) if (key.startsWith(prefix)) this.tokens.delete(key);
  }

  private renew(
    { place }: WebshopScope,
    key: string,
    refreshToken: string,
  ): Promise<RefreshOutcome> {
    const outcome = this.calls.refresh(place.environment, refreshToken);
    // Until the answer is there, everybody waits for the same one.
    const entry: Kept = { outcome, freshUntil: Number.POSITIVE_INFINITY };
    if (this.tokens.size >= kept) this.tokens.clear();
    this.tokens.set(key, entry);
    const forget = () => this.tokens.get(key) === entry && this.tokens.delete(key);
    outcome.then((answer) => {
      if (answer.kind !== 'token') forget();
      else entry.freshUntil = this.clock.millis() + freshMs(answer.lifeMs);
    }, forget);
    return outcome;
  }
}

/** How long a token of this life is handed out. */
export function freshMs(lifeMs: number): number {
  return lifeMs - Math.max(lifeMs * lastPart, Math.min(lastMs, lifeMs / 2));
}

function keyOf({ agencyId, place }: WebshopScope, version: number | ''): string {
  return `${agencyId}|${place.webshopId}|${place.environment}|${version}`;
}
