import { DOCUMENT } from '@angular/common';
import { HttpEventType, type HttpInterceptorFn } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { tap } from 'rxjs';

/** Which build this tab runs, and which one the server has now: every answer of the API names it. */
@Injectable({ providedIn: 'root' })
export class PortalVersion {
  private readonly own = inject(DOCUMENT)
    .querySelector('meta[name="portal-version"]')
    ?.getAttribute('content');
  private readonly served = signal<string | undefined>(undefined);
  readonly isStale = computed(() => {
    const served = this.served();
    return !!this.own && !!served && served !== this.own;
  });

  heard(version: string): void {
    this.served.set(version);
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
