import { Injectable } from '@nestjs/common';
import { KeysService } from '@toonbank/keys/server';
import type { RefusedMessages } from '@toonbank/notifications/contract';
import { Clock } from '@toonbank/platform/clock';
import { type Scope, type WebshopPlace, Work } from '@toonbank/platform/db';
import { Webshops } from '@toonbank/shop/server';
import { RefusalsRepository, type RefusedSum } from './refusals.repository';

const lookBackMs = 7 * 24 * 3_600_000;

/**
 * What was refused of a webshop since its keys were entered. The bank says of a pair that it works, not of
 * which webshop it is: that the keys are of another one shows here.
 */
@Injectable()
export class RefusedMessagesService {
  constructor(
    private readonly work: Work,
    private readonly refusals: RefusalsRepository,
    private readonly webshops: Webshops,
    private readonly keys: KeysService,
    private readonly clock: Clock,
  ) {}

  async of(scope: Scope, { webshopId, environment }: WebshopPlace): Promise<RefusedMessages> {
    const webshop = await this.webshops.place(scope, webshopId, environment);
    const { items } = await this.keys.list(webshop);
    const pair = items.find(({ kind, state }) => kind === 'bank' && state === 'active');
    if (!pair) return nothing;
    const from = new Date(Math.max(Date.parse(pair.enteredAt), this.clock.millis() - lookBackMs));
    const poiId = await this.webshops.poiIdOf(webshop);
    // Counted per agency, by the address that all its webshops share. What has the poiId of this webshop
    // is its merchant's to know; the rest is the agency's.
    const { agencyId, actor, merchantId } = scope;
    return this.work.read({ agencyId, actor }, async (tx) => {
      const own = poiId ? await this.refusals.noKeyFits(tx, poiId, from) : undefined;
      const unknown = merchantId ? undefined : await this.refusals.unknownWebshop(tx, from);
      return {
        since: from.toISOString(),
        lastVerifiedAt: pair.lastVerifiedAt,
        noKeyFits: own ? told(own) : null,
        unknownWebshop: unknown ? { ...told(unknown), poiIds: unknown.poiIds } : null,
      };
    });
  }
}

const nothing: RefusedMessages = {
  ...{ since: null, lastVerifiedAt: null, noKeyFits: null, unknownWebshop: null },
};

function told({ count, lastAt }: RefusedSum) {
  return { count, lastAt: lastAt.toISOString() };
}
