import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

export interface ShopCount {
  readonly shops: number;
  readonly webshops: number;
}

/** How much merchants have. A port: shops live above merchants. */
export abstract class ShopCounts {
  /** In the caller's transaction, for all of them at once; one without shops may be left out. */
  abstract of(tx: Tx, merchantIds: readonly Id[]): Promise<ReadonlyMap<Id, ShopCount>>;
}
