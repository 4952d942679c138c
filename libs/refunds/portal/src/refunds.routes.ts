import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import type { Place } from '@toonbank/ui/look';
import { refundWords } from './refund-words';

/** Below `/:environment`: what goes back, and giving back of an order. */
export const refundRoutes: Routes = [
  {
    path: 'orders/:id/refund',
    title: 'refunds.give',
    canActivate: [needs('refunds:request')],
    data: { help: 'refunds' },
    providers: [refundWords],
    loadComponent: () => import('./give-page').then((m) => m.GivePage),
  },
  {
    path: 'refunds',
    canActivate: [needs('refunds:read')],
    data: { help: 'refunds' },
    providers: [refundWords],
    children: [
      {
        path: '',
        title: 'refunds.title',
        loadComponent: () => import('./refunds-page').then((m) => m.RefundsPage),
      },
      {
        path: ':id',
        title: 'refunds.one',
        loadComponent: () => import('./refund-page').then((m) => m.RefundPage),
      },
    ],
  },
];

/** Below the root: how the agency refunds. */
export const refundSettingsRoutes: Routes = [
  {
    path: 'settings/refunds',
    title: 'refunds.settings.title',
    canActivate: [needs('settings:write')],
    data: { help: 'refunds' },
    providers: [refundWords],
    loadComponent: () => import('./refund-settings-page').then((m) => m.RefundSettingsPage),
  },
];

export const refundPlaces: readonly Place[] = [
  {
    path: 'refunds',
    inEnvironment: true,
    word: 'refunds',
    icon: 'undo-2',
    right: 'refunds:read',
    group: 'money',
    isTab: 'late',
  },
];
