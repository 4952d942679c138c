import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

/** What was paid with a brand. */
export interface BrandSum {
  readonly brand: string;
  readonly orders: number;
  /** Cents. */
  readonly turnover: number;
}

export interface PaidOrder {
  readonly orderId: Id;
  readonly paidAt: Date;
}

/** Orders of production that were paid, by brand. A port: the room that keeps orders stands above. */
export abstract class PaidByBrand {
  /** The newest one of a merchant that was made after a moment. */
  abstract newest(tx: Tx, merchantId: Id, asked: BrandSince): Promise<PaidOrder | undefined>;
  abstract sums(tx: Tx, merchantId: Id, since: Date): Promise<BrandSum[]>;
}

export interface BrandSince {
  readonly brand: string;
  readonly since: Date;
}
