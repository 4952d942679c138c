import type { Tx, WebshopPlace } from '@toonbank/platform/db';

/** Orders that may still have a result under an old key. The room of orders provides it. */
export abstract class WaitingOrders {
  /** Open orders of a webshop environment made before a moment; counted no further than a hundred. */
  abstract before(tx: Tx, place: WebshopPlace, at: Date): Promise<number>;
}
