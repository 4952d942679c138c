import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import type { Right } from '@toonbank/primitives';
import { SessionApi } from './session-api';

/** Lets those in who are signed in and hold the right; the others go to the door and come back. */
export function needs(right: Right): CanActivateFn {
  return async (_route, state) => {
    const session = inject(SessionApi);
    const router = inject(Router);
    const known = await session.load();
    if (known?.chosen && session.has(right)) return true;
    return router.createUrlTree(['/sign-in'], { queryParams: { back: state.url } });
  };
}
