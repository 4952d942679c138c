import { Injectable } from '@nestjs/common';
import { PlaceResolver } from '@toonbank/access/server';
import { type Scope, type Tx, Work } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';
import { WebshopEndings } from './webshop-endings';
import { WebshopsRepository } from './webshops.repository';

/** Tells lower rooms whose a webshop is. */
@Injectable()
export class WebshopPlaces extends PlaceResolver {
  constructor(
    private readonly work: Work,
    private readonly webshops: WebshopsRepository,
    private readonly endings: WebshopEndings,
  ) {
    super();
  }

  override async merchantOf(scope: Scope, webshopId: Id): Promise<Id | undefined> {
    const row = await this.work.read(scope, (tx) => this.webshops.find(tx, webshopId));
    return row?.merchantId;
  }

  override mustWork(tx: Tx, webshopId: Id): Promise<void> {
    return this.endings.mustWork(tx, webshopId);
  }
}
