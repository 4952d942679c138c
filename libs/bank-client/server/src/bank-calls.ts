import { Injectable } from '@nestjs/common';
import { Config } from '@toonbank/platform/config';
import { Egress, type EgressAnswer, EgressFailed } from '@toonbank/platform/egress';
import type { Environment } from '@toonbank/primitives';
import { AnnouncementAnswer, BankError, RefreshAnswer } from '@toonbank/smart-pay';
import { bankAddress } from './bank-address';
import { bearer, jsonOf, reasonOf, refusalOf } from './bank-answers';
import type { AnnounceOutcome, PullOutcome, RefreshOutcome } from './outcomes';

const refreshMs = 5_000;
const announceMs = 10_000;
const pullMs = 10_000;
const answerBytes = 256 * 1024;
const pageBytes = 4 * 1024 * 1024;

/**
 * The bank's calls, one request each: no token cache, no repeats but of the refresh. Never throws for
 * what the bank or the network does; the outcome says it.
 */
@Injectable()
export class BankCalls {
  constructor(
    private readonly config: Config,
    private readonly egress: Egress,
  ) {}

  /** S15. A refresh changes nothing at the bank, so one that got no answer is sent once more. */
  async refresh(environment: Environment, refreshToken: string): Promise<RefreshOutcome> {
    const first = await this.refreshOnce(environment, refreshToken);
    return first.kind === 'no-answer' ? this.refreshOnce(environment, refreshToken) : first;
  }

  /** S16. Sent once: a second order at the bank would be the price of a blind repeat. */
  async announce(
    environment: Environment,
    accessToken: string,
    announcement: object,
  ): Promise<AnnounceOutcome | { readonly kind: 'token-refused' }> {
    try {
      const answer = await this.egress.send({
        method: 'POST',
        url: this.address(environment, 'order/server/api/v2/order'),
        headers: { ...bearer(accessToken), 'content-type': 'application/json' },
        body: JSON.stringify(announcement),
        timeoutMs: announceMs,
        maxBytes: answerBytes,
      });
      return readAnnouncement(answer);
    } catch (error) {
      return { kind: 'unknown', reason: reasonOf(error) };
    }
  }

  /** S24. `notificationToken` comes from a verified notification. */
  async pull(
    environment: Environment,
    notificationToken: string,
    eventName: string,
  ): Promise<PullOutcome> {
    try {
      const path = `order/server/api/v2/events/results/${encodeURIComponent(eventName)}`;
      const { status, body } = await this.egress.send({
        method: 'GET',
        url: this.address(environment, path),
        headers: bearer(notificationToken),
        timeoutMs: pullMs,
        maxBytes: pageBytes,
      });
      if (status >= 200 && status < 300) return { kind: 'page', body };
      return { kind: 'refused', status };
    } catch (error) {
      const sent = !(error instanceof EgressFailed) || error.sent;
      return { kind: 'no-answer', sent, reason: reasonOf(error) };
    }
  }

  private async refreshOnce(
    environment: Environment,
    refreshToken: string,
  ): Promise<RefreshOutcome> {
    try {
      const answer = await this.egress.send({
        method: 'GET',
        url: this.address(environment, 'gatekeeper/refresh'),
        headers: bearer(refreshToken),
        timeoutMs: refreshMs,
        maxBytes: answerBytes,
      });
      return readRefresh(answer);
    } catch (error) {
      return { kind: 'no-answer', reason: reasonOf(error) };
    }
  }

  private address(environment: Environment, path: string): string {
    return bankAddress(this.config.bankUrls[environment], path);
  }
}

function readRefresh({ status, body }: EgressAnswer): RefreshOutcome {
  if (status === 401 || status === 403) return { kind: 'refused' };
  const answer = RefreshAnswer.safeParse(jsonOf(body));
  if (status !== 200 || !answer.success) {
    return { kind: 'no-answer', reason: `the bank answered ${status}` };
  }
  return {
    kind: 'token',
    accessToken: answer.data.token,
    lifeMs: answer.data.durationInMillis,
  };
}

/**
 * A 4xx with an error code is a refusal; a 5xx, or a success that cannot be read, leaves open whether
 * the bank has the order.
 */
function readAnnouncement({
  status,
  body,
}: EgressAnswer): AnnounceOutcome | { readonly kind: 'token-refused' } {
  const json = jsonOf(body);
  const error = BankError.safeParse(json);
  if (status === 401) return { kind: 'token-refused' };
  if (status >= 400 && status < 500 && status !== 429) {
    return refusalOf(status, json);
  }
  const answer = AnnouncementAnswer.safeParse(json);
  if (status >= 200 && status < 300 && !error.success && answer.success) {
    return { kind: 'announced', ...answer.data };
  }
  return { kind: 'unknown', reason: `the bank answered ${status}` };
}
