import { Injectable } from '@nestjs/common';
import { PlaceResolver } from '@toonbank/access/server';
import { type Scope, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { WebshopsRepository } from './webshops.repository';

/** Tells lower rooms whose a webshop is. */
@Injectable()
export class WebshopPlaces extends PlaceResolver {
  constructor(
    private readonly work: Work,
    private readonly webshops: WebshopsRepository,
  ) {
    super();
  }

  override async merchantOf(scope: Scope, webshopId: Id): Promise<Id | undefined> {
    const row = await this.work.read(scope, (tx) => this.webshops.find(tx, webshopId));
    return row?.merchantId;
  }
}
