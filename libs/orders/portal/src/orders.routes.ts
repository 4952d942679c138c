import type { Routes } from '@angular/router';

/** Below `/:environment`. */
export const ordersRoutes: Routes = [
  {
    path: 'orders',
    title: 'orders.title',
    loadComponent: () => import('./orders-page').then((m) => m.OrdersPage),
  },
  {
    path: 'orders/:id',
    title: 'orders.one',
    loadComponent: () => import('./order-page').then((m) => m.OrderPage),
  },
];
