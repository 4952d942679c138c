import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { portalHeader } from '@toonbank/access/contract';
import { catchError, from, switchMap, tap, throwError } from 'rxjs';
import { IdleWatch } from './proof/idle-watch';
import { Proofs } from './proof/proofs';

/**
 * Marks what the portal sends as its own. A request that was refused because the password must be
 * typed again, or because the session has ended, is made again once that is done; what was typed on
 * the page stays.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const proofs = inject(Proofs);
  const watch = inject(IdleWatch);
  const ours = request.clone({ setHeaders: { [portalHeader]: '1' } });
  return next(ours).pipe(
    tap((event) => {
      if (event instanceof HttpResponse) watch.heard();
    }),
    catchError((error: unknown) => {
      const cure = error instanceof HttpErrorResponse ? proofs.cure(request, error) : undefined;
      if (!cure) return throwError(() => error);
      return from(cure).pipe(
        switchMap((isCured) => (isCured ? next(ours) : throwError(() => error))),
      );
    }),
  );
};
