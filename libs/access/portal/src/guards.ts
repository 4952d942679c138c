import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Right } from '@toonbank/primitives';
import { SessionApi } from './session-api';

/** Lets those in who are signed in and act for somebody; the others go to the door and come back. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const session = await inject(SessionApi).load();
  if (session?.chosen) return true;
  return router.createUrlTree(['/sign-in'], { queryParams: { back: state.url } });
};

/** Inside `signedIn`: who lacks the right is told so, and the address stays what it is. */
export function needs(right: Right): CanActivateFn {
  return () => {
    if (inject(SessionApi).has(right)) return true;
    return new RedirectCommand(inject(Router).parseUrl('/forbidden'), { skipLocationChange: true });
  };
}
