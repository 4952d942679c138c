import { DOCUMENT } from '@angular/common';
import { HttpEventType, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import { tap } from 'rxjs';

/** Which build this tab runs, and which one the server has now: every answer of the API names it. */
@Injectable({ providedIn: 'root' })
export class PortalVersion {
  private readonly own = inject(DOCUMENT)
    .querySelector('meta[name="portal-version"]')
    ?.getAttribute('content');
  private readonly heardAnother = signal(false);
  /** Stays true: while the servers are being renewed, old and new ones answer by turns. */
  readonly isStale = this.heardAnother.asReadonly();

  heard(version: string): void {
    if (this.own && version !== this.own) this.heardAnother.set(true);
  }
}

export const versionInterceptor: HttpInterceptorFn = (request, next) => {
  const version = inject(PortalVersion);
  return next(request).pipe(
    tap((event) => {
      if (event.type !== HttpEventType.Response) return;
      const served = event.headers.get('x-portal-version');
      if (served) version.heard(served);
    }),
  );
};
