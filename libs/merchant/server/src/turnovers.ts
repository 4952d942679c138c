import type { Tx } from '@toonbank/platform/db';
import type { Id } from '@toonbank/primitives';

/** What merchants were paid. A port: orders live above merchants. */
export abstract class Turnovers {
  /**
   * Of all merchants in the scope at once, in production, over the `turnoverDays` that end with a day;
   * whole cents. In the caller's transaction; one that was paid nothing may be left out.
   */
  abstract until(tx: Tx, day: string): Promise<ReadonlyMap<Id, number>>;
}
