import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Candidate, KeyUse, SigningKeys } from '@toonbank/keys/server';
import { Clock } from '@toonbank/platform/clock';
import { Vault } from '@toonbank/platform/crypto';
import { type Id, newId } from '@toonbank/primitives';
import { Notification, parseBankTime, verifyNotification } from '@toonbank/smart-pay';
import type { Ping } from './inbox';
import { Refusals } from './refusals';
import { WebhookRoutes } from './webhook-routes';

/** What is to be answered to a ping. `unauthorised` covers everything a stranger could try. */
export type Verdict =
  | { readonly kind: 'keep'; readonly ping: Ping }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'unauthorised' };

/** Decides whether a ping is the bank's: nothing of it is believed before a signing key has verified it. */
@Injectable()
export class Verifier {
  constructor(
    private readonly routes: WebhookRoutes,
    private readonly signingKeys: SigningKeys,
    private readonly keyUse: KeyUse,
    private readonly refusals: Refusals,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async verdict(webhookKey: string, raw: Buffer): Promise<Verdict> {
    const parsed = Notification.safeParse(parse(raw));
    if (!parsed.success) return { kind: 'malformed' };
    const route = await this.routes.find(webhookKey);
    if (!route) return { kind: 'unauthorised' };
    const { agencyId } = route;
    const poiId = String(parsed.data.poiId);
    const candidate = await this.fitting(agencyId, poiId, parsed.data);
    if (!candidate) return { kind: 'unauthorised' };
    this.keyUse.note(candidate);
    const expiresAt = parseBankTime(parsed.data.expiry);
    return { kind: 'keep', ping: await this.seal(agencyId, candidate, raw, expiresAt) };
  }

  /** The key that verifies decides which environment it is for; none after a fresh look is a refusal. */
  private async fitting(
    agencyId: Id,
    poiId: string,
    notification: Notification,
  ): Promise<Candidate | undefined> {
    const fits = ({ key }: Candidate) => verifyNotification(key, notification);
    const known = await this.signingKeys.candidates(agencyId, poiId);
    const candidate = known.find(fits);
    if (candidate) return candidate;
    const fresh = await this.signingKeys.lookAgain(agencyId, poiId);
    const found = fresh?.find(fits);
    if (!found) {
      const reason = (fresh ?? known).length > 0 ? 'no-key-fits' : 'unknown-webshop';
      this.refusals.count(agencyId, poiId, reason);
    }
    return found;
  }

  private async seal(
    agencyId: Id,
    candidate: Candidate,
    raw: Buffer,
    expiresAt: Date,
  ): Promise<Ping> {
    const sealer = await this.vault.sealer(agencyId);
    const { webshopId, environment, merchantId, version: keyVersion } = candidate;
    const id = newId();
    const receivedAt = this.clock.now();
    return {
      ...{ agencyId, merchantId, webshopId, environment, id, keyVersion, expiresAt, receivedAt },
      digest: hash('sha256', raw, 'buffer'),
      sealed: sealer.seal(notificationBinding({ webshopId, environment, id }), raw),
      isLive: expiresAt > receivedAt,
    };
  }
}

/** What the sealed bytes of a ping belong to. */
export function notificationBinding({
  webshopId,
  environment,
  id,
}: Pick<Ping, 'webshopId' | 'environment' | 'id'>) {
  return { webshopId, environment, field: 'notification', version: id };
}

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}
