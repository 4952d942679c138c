import { Injectable } from '@nestjs/common';
import type { WebshopScope } from '@toonbank/platform/db';
import { type Caller, Problem } from '@toonbank/platform/http';
import { apiKeyRights, sessionRights } from '@toonbank/primitives';
import { isApiKey } from './api-key-text';
import { ApiKeyUse } from './api-key-use';
import { ApiKeysRepository } from './api-keys.repository';
import { Memberships, memberScope, rightsOf } from './memberships';
import { hashOf } from './secret-text';
import { placeOf, Sessions } from './sessions';

/** Finds out who calls. Throws a 401 problem when nobody does. */
@Injectable()
export class Callers {
  constructor(
    private readonly sessions: Sessions,
    private readonly memberships: Memberships,
    private readonly keys: ApiKeysRepository,
    private readonly use: ApiKeyUse,
  ) {}

  async bySession(token: string): Promise<Caller> {
    const session = await this.sessions.live(token);
    if (!session) throw Problem.signIn();
    const { id, loginId, provenAt } = session;
    const mine = { id, loginId, provenAt };
    const place = placeOf(session);
    const scope = place && memberScope(place, loginId);
    const role = scope && (await this.memberships.role(scope, loginId));
    // Nothing chosen, or no member any more: the session itself is all there is.
    if (!role) return { rights: new Set(sessionRights), session: mine };
    return { rights: new Set(rightsOf(place, role)), scope, session: mine };
  }

  async byApiKey(key: string): Promise<Caller> {
    // The checksum refuses typos and guesses before they cost a look-up.
    const route = isApiKey(key) ? await this.keys.route(hashOf(key)) : undefined;
    if (!route) throw Problem.signIn();
    const { agencyId, merchantId, webshopId, environment, apiKeyId } = route;
    const actor = { kind: 'api-key', id: apiKeyId } as const;
    const scope: WebshopScope = { agencyId, merchantId, place: { webshopId, environment }, actor };
    await this.use.note(scope, apiKeyId);
    return { rights: new Set(apiKeyRights), scope };
  }
}
