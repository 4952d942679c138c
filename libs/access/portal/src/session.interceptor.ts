import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { portalHeader, sessionPath } from '@toonbank/access/contract';
import { catchError, throwError } from 'rxjs';
import { SessionApi } from './session-api';

/**
 * Marks what the portal sends as its own, and notices when the session has ended: the person goes to
 * the door and comes back to the same place.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(SessionApi);
  const router = inject(Router);
  return next(request.clone({ setHeaders: { [portalHeader]: '1' } })).pipe(
    catchError((error: unknown) => {
      const isOver = error instanceof HttpErrorResponse && error.status === 401;
      if (isOver && !request.url.startsWith(`/${sessionPath}`)) {
        session.forget();
        void router.navigate(['/sign-in'], { queryParams: { back: router.url, ended: true } });
      }
      return throwError(() => error);
    }),
  );
};
