import { InjectionToken, type Type } from '@angular/core';

/** What refunds, which live above orders, put on the page of a paid order. */
export interface OrderRefundParts {
  /** What was given back: a component with the inputs `environment`, `order` and `paid` (whole cents). */
  readonly list: Type<unknown>;
  /** What leads to giving back, or says why that is over: a component with the input `order`. */
  readonly act: Type<unknown>;
}

/** A port. Loaded when a paid order is shown. */
export const orderRefunds = new InjectionToken<() => Promise<OrderRefundParts>>('orderRefunds');
