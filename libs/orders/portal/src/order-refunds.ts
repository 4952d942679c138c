import { InjectionToken, type Type } from '@angular/core';

/**
 * What was given back of an order, as a component with the inputs `environment`, `order` and `paid`
 * (whole cents). A port: refunds live above orders. Loaded when a paid order is shown.
 */
export const orderRefunds = new InjectionToken<() => Promise<Type<unknown>>>('orderRefunds');
