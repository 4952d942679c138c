import type { CanMatchFn, Routes } from '@angular/router';
import { accessRoutes, needs } from '@toonbank/access/portal';
import { ordersRoutes } from '@toonbank/orders/portal';
import { Environment } from '@toonbank/primitives';

const isEnvironment: CanMatchFn = (_route, [first]) => Environment.safeParse(first?.path).success;

export const routes: Routes = [
  ...accessRoutes,
  {
    path: ':environment',
    canMatch: [isEnvironment],
    canActivate: [needs('orders:read')],
    loadComponent: () => import('./shell').then((m) => m.Shell),
    children: [...ordersRoutes, { path: '', pathMatch: 'full', redirectTo: 'orders' }],
  },
  { path: '', pathMatch: 'full', redirectTo: 'production/orders' },
  {
    path: '**',
    title: 'lost.title',
    loadComponent: () => import('./lost-page').then((m) => m.LostPage),
  },
];
