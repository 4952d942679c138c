import { inject, Injectable } from '@angular/core';
import { type Route, Router } from '@angular/router';
import { SessionApi } from '@toonbank/access/portal';
import type { Right } from '@toonbank/primitives';
import type { GuidePage } from './guide-pages';

interface Belongs {
  readonly path: string;
  readonly right: Right;
  /** It has a page for each environment. */
  readonly inEnvironment: boolean;
}

export interface GuideLink {
  /** Key of `shell.places`. */
  readonly word: string;
  readonly link: readonly string[];
}

const webshops: Belongs = { path: 'webshops', right: 'webshops:read', inEnvironment: true };
const orders: Belongs = { path: 'orders', right: 'orders:read', inEnvironment: true };

/** The page of the portal that a page of the guide is about. */
const belongs: Readonly<Partial<Record<GuidePage, Belongs>>> = {
  webshops,
  keys: { path: 'keys', right: 'keys:write', inEnvironment: true },
  webhook: webshops,
  sandbox: orders,
  'going-live': webshops,
  'bank-errors': orders,
  orders,
  billing: { path: 'billing', right: 'billing:read', inEnvironment: false },
  people: { path: 'team', right: 'members:write', inEnvironment: false },
  notifications: { path: 'notifications', right: 'notifications:read', inEnvironment: true },
};

/** Leads from the guide back to the page one is at, where it is built and one may go. */
@Injectable({ providedIn: 'root' })
export class GuideLinks {
  private readonly router = inject(Router);
  private readonly session = inject(SessionApi);

  to(page: GuidePage): GuideLink | undefined {
    const it = belongs[page];
    if (!it || !this.session.has(it.right) || !isBuilt(this.router.config, it.path)) return;
    const environment = page === 'sandbox' ? 'sandbox' : 'production';
    return { word: it.path, link: ['/', ...(it.inEnvironment ? [environment] : []), it.path] };
  }
}

/** The guide's own pages have some of the same names. */
function isBuilt(routes: readonly Route[], path: string): boolean {
  const others = routes.filter((route) => route.path !== 'help');
  return others.some((route) => route.path === path || isBuilt(route.children ?? [], path));
}
