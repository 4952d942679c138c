import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import type { Place } from '@toonbank/ui/look';
import { refundWords } from './refund-words';

/** Below `/:environment`: what goes back. An order is given back on its own page. */
export const refundRoutes: Routes = [
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
