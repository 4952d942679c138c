import { InjectionToken, type Type } from '@angular/core';

/**
 * What the bank asks for a shop's URLs, as a component with an input `shop`. A port: prices live above
 * shops. Loaded when a page shows it, so that it weighs nothing before.
 */
export const urlPrice = new InjectionToken<{
  /** What the bank bills for a shop now, and what one URL more would add. */
  readonly ofShop: () => Promise<Type<unknown>>;
  /** What one URL more would add: said before it is added. */
  readonly ofNext: () => Promise<Type<unknown>>;
}>('urlPrice');
