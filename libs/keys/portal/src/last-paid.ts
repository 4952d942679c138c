import { InjectionToken, type Injector } from '@angular/core';
import type { Environment, Id } from '@toonbank/primitives';

/** What a webshop was paid last. */
export interface LastPaid {
  readonly orderId: Id;
  readonly at: string;
  /** Whole cents. */
  readonly paid: number;
  /** As people write it; null: the bank did not say. */
  readonly brand: string | null;
}

/** The order of a webshop that was paid last; null: none yet. A port: orders live above keys. */
export const lastPaid = new InjectionToken<
  (
    injector: Injector,
    place: { readonly webshopId: Id; readonly environment: Environment },
  ) => Promise<LastPaid | null>
>('lastPaid');
