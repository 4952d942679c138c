import { Injectable } from '@nestjs/common';
import { ActiveBrands } from '@toonbank/payment-methods/server';
import type { Tx, WebshopPlace } from '@toonbank/platform/db';
import { WebshopEndings } from '@toonbank/shop/server';

/** What rooms below say about announcing at a webshop now; in the caller's transaction. */
@Injectable()
export class SalesRules {
  constructor(
    private readonly endings: WebshopEndings,
    private readonly brands: ActiveBrands,
  ) {}

  /** A 409 problem when the webshop has ended, or a brand is forced that is known not to be active. */
  async maySell(tx: Tx, place: WebshopPlace, forcedBrand: string | undefined): Promise<void> {
    await this.endings.mustWork(tx, place.webshopId);
    if (forcedBrand !== undefined) await this.brands.mustBeActive(tx, place, forcedBrand);
  }
}
