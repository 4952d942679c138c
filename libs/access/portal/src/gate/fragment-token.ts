import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';

/**
 * The token of the link that was opened: what stands behind the `#`. Taken out of the address at
 * once, so that it stays in no history and no bookmark. Needs an injection context.
 */
export function takeToken(): string {
  const { defaultView: window, location } = inject(DOCUMENT);
  const token = location.hash.slice(1);
  window?.history.replaceState(window.history.state, '', location.pathname);
  return token;
}
