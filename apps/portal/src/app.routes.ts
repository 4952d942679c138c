import type { CanMatchFn, Routes } from '@angular/router';
import { accessRoutes, signedIn } from '@toonbank/access/portal';
import { guideRoutes } from '@toonbank/guide/portal';
import { ordersRoutes } from '@toonbank/orders/portal';
import { Environment } from '@toonbank/primitives';
import { carryMerchant } from './shell/merchant-in-use';

const isEnvironment: CanMatchFn = (_route, [first]) => Environment.safeParse(first?.path).success;

/** The server says in what mode it runs; the gallery is there for those who build. */
const inDevelopment: CanMatchFn = () => !!document.querySelector('meta[name="development"]');

const lostPage = () => import('./lost-page').then((m) => m.LostPage);

export const routes: Routes = [
  ...accessRoutes,
  {
    path: 'gallery',
    canMatch: [inDevelopment],
    loadComponent: () => import('./gallery/gallery-page').then((m) => m.GalleryPage),
  },
  {
    path: 'forbidden',
    title: 'lost.forbidden',
    data: { forbidden: true },
    loadComponent: lostPage,
  },
  {
    path: '',
    canActivate: [signedIn],
    canActivateChild: [carryMerchant],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      {
        path: ':environment',
        canMatch: [isEnvironment],
        children: [...ordersRoutes, { path: '', pathMatch: 'full', redirectTo: 'orders' }],
      },
      ...guideRoutes,
      { path: '', pathMatch: 'full', redirectTo: 'production' },
    ],
  },
  { path: '**', title: 'lost.title', loadComponent: lostPage },
];
