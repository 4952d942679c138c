import { inject } from '@angular/core';
import { type CanMatchFn, type RedirectFunction, Router, type Routes } from '@angular/router';
import { accessRoutes, needs, peopleRoutes, SessionApi, signedIn } from '@toonbank/access/portal';
import { agencyRoutes } from '@toonbank/agency/portal';
import { auditRoutes } from '@toonbank/audit/portal';
import { billingRoutes } from '@toonbank/billing/portal';
import { cockpitRoutes } from '@toonbank/cockpit/portal';
import { exportDoorRoutes, exportRoutes } from '@toonbank/exports/portal';
import { guideRoutes } from '@toonbank/guide/portal';
import { keyRoutes, keySettingsRoutes } from '@toonbank/keys/portal';
import { merchantRoutes } from '@toonbank/merchant/portal';
import { notificationsRoutes } from '@toonbank/notifications/portal';
import { ordersRoutes } from '@toonbank/orders/portal';
import { methodRoutes, webshopMethodPages } from '@toonbank/payment-methods/portal';
import { Environment } from '@toonbank/primitives';
import { refundRoutes, refundSettingsRoutes } from '@toonbank/refunds/portal';
import { shopRoutes, webshopRoutes } from '@toonbank/shop/portal';
import { taskRoutes } from '@toonbank/tasks/portal';
import { carryMerchant } from './shell/merchant-in-use';

const isEnvironment: CanMatchFn = (_route, [first]) => Environment.safeParse(first?.path).success;

/** The server says in what mode it runs; the gallery is there for those who build. */
const inDevelopment: CanMatchFn = () => !!document.querySelector('meta[name="development"]');

/** Who works here keeps the navigation, also at an address that leads nowhere. */
const worksHere: CanMatchFn = async () => !!(await inject(SessionApi).load())?.chosen;

const shell = () => import('./shell/shell').then((m) => m.Shell);

/**
 * Staff begin with what waits for them, a merchant's people with their orders. Whose it is shows once they
 * are signed in, so the door leads back to here.
 */
const firstPage: RedirectFunction = async () => {
  const router = inject(Router);
  const back = router.currentNavigation()?.extractedUrl.toString();
  const session = await inject(SessionApi).load();
  if (session?.chosen) return session.rights.includes('overview:read') ? 'overview' : 'orders';
  return router.createUrlTree(['/sign-in'], { queryParams: { back } });
};

export const routes: Routes = [
  ...accessRoutes,
  ...exportDoorRoutes,
  {
    path: 'gallery',
    canMatch: [inDevelopment],
    loadComponent: () => import('./gallery/gallery-page').then((m) => m.GalleryPage),
  },
  {
    path: '',
    canActivate: [signedIn],
    canActivateChild: [carryMerchant],
    loadComponent: shell,
    children: [
      // First: rooms may group their routes below an empty path, which the empty address fits too.
      { path: '', pathMatch: 'full', redirectTo: 'production' },
      {
        path: ':environment',
        canMatch: [isEnvironment],
        children: [
          { path: '', pathMatch: 'full', redirectTo: firstPage },
          ...cockpitRoutes,
          ...refundRoutes,
          ...ordersRoutes,
          ...exportRoutes,
          ...notificationsRoutes,
          ...webshopRoutes,
          ...keyRoutes(webshopMethodPages),
        ],
      },
      ...taskRoutes,
      ...merchantRoutes,
      ...shopRoutes,
      ...methodRoutes,
      ...billingRoutes,
      ...refundSettingsRoutes,
      ...keySettingsRoutes,
      ...guideRoutes,
      ...peopleRoutes,
      { path: '', canActivateChild: [needs('settings:write')], children: agencyRoutes },
      { path: '', canActivateChild: [needs('audit:read')], children: auditRoutes },
      {
        path: 'forbidden',
        title: 'lost.forbidden',
        loadComponent: () => import('./forbidden-page').then((m) => m.ForbiddenPage),
      },
    ],
  },
  {
    path: '',
    canMatch: [worksHere],
    loadComponent: shell,
    children: [
      {
        path: '**',
        title: 'lost.title',
        loadComponent: () => import('./missing-page').then((m) => m.MissingPage),
      },
    ],
  },
  {
    path: '**',
    title: 'lost.title',
    loadComponent: () => import('./lost-page').then((m) => m.LostPage),
  },
];
