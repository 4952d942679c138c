import { Injectable } from '@nestjs/common';
import type { Scope, WebshopPlace } from '@toonbank/platform/db';
import { WebshopEndings, Webshops } from '@toonbank/shop/server';
import type { Known } from './method-views';

/** The webshops, as far as their methods need them. */
@Injectable()
export class ShopsBelow {
  constructor(
    private readonly webshops: Webshops,
    readonly endings: WebshopEndings,
  ) {}

  /** Throws a 404 problem when the webshop is not inside the scope. */
  async known(scope: Scope, { webshopId, environment }: WebshopPlace): Promise<Known> {
    const { merchantId, environments } = await this.webshops.get(scope, webshopId);
    const here = environments.find((row) => row.environment === environment);
    return { webshopId, environment, merchantId, hasKeys: here?.keysProvenAt != null };
  }
}
