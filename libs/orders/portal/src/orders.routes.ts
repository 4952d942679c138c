import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import { type Place, wordsOf } from '@toonbank/ui/look';

/** Below `/:environment`. */
export const ordersRoutes: Routes = [
  {
    path: 'orders',
    canActivate: [needs('orders:read')],
    data: { help: 'orders' },
    providers: [
      wordsOf('orders', { nl: () => import('./words/nl'), en: () => import('./words/en') }),
    ],
    children: [
      {
        path: '',
        title: 'orders.title',
        loadComponent: () => import('./orders-page').then((m) => m.OrdersPage),
      },
      {
        path: ':id',
        title: 'orders.one',
        loadComponent: () => import('./order-page').then((m) => m.OrderPage),
      },
    ],
  },
];

export const ordersPlaces: readonly Place[] = [
  {
    path: 'orders',
    inEnvironment: true,
    word: 'orders',
    icon: 'receipt-text',
    right: 'orders:read',
    group: 'money',
    key: 'o',
    isTab: true,
  },
];
