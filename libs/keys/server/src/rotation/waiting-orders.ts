import type { Tx, WebshopPlace } from '@toonbank/platform/db';

/** Orders that may still have a result under an old key. The room of orders provides it. */
export abstract class WaitingOrders {
  /**
   * Per place and moment, in their order: open orders that had been announced before it, counted no
   * further than a hundred.
   */
  abstract announced(tx: Tx, asked: readonly Announced[]): Promise<number[]>;
}

/** What was announced in a webshop environment before a moment. */
export interface Announced {
  readonly place: WebshopPlace;
  readonly before: Date;
}
