import { Injectable } from '@nestjs/common';
import type { Overview, OverviewQuery } from '@toonbank/cockpit/contract';
import type { Scope } from '@toonbank/platform/db';
import { attentionOf, worstFirst } from './attention';
import { Gathering, mostLooked } from './gathering';

const mostWebshops = 20;

/** What waits for somebody today, and how each webshop does. */
@Injectable()
export class Overviews {
  constructor(private readonly gathering: Gathering) {}

  async get(scope: Scope, { environment = 'production', merchantId }: OverviewQuery) {
    const known = await this.gathering.of(scope, { environment, merchantId });
    const webshops = worstFirst(known);
    return {
      attention: attentionOf(known).slice(0, mostLooked),
      webshops: webshops.slice(0, mostWebshops),
      webshopCount: webshops.length,
    } satisfies Overview;
  }
}
