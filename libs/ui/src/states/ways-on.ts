import { InjectionToken } from '@angular/core';

/** What only the frame around a page can do for somebody who finds nothing. */
export interface WaysOn {
  /** Opens the search over everything. */
  search(): void;
  /** Lists show all merchants again. */
  widen(): void;
}

/** Absent where no frame stands around the page, as before one is signed in. */
export const waysOn = new InjectionToken<WaysOn>('ways on');
