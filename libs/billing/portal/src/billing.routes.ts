import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import type { Place } from '@toonbank/ui/look';
import { billingWords } from './billing-words';

const mayRead = [needs('billing:read')];
const mayClose = [needs('billing:close')];

/** Months and invoices, and how they are made. */
export const billingRoutes: Routes = [
  {
    path: '',
    data: { help: 'billing' },
    providers: [billingWords],
    children: [
      {
        path: 'billing',
        title: 'billing.title',
        canActivate: mayRead,
        loadComponent: () => import('./billing-page').then((m) => m.BillingPage),
      },
      {
        path: 'billing/runs/:month',
        title: 'billing.run.title',
        canActivate: mayClose,
        loadComponent: () => import('./run-page').then((m) => m.RunPage),
      },
      {
        path: 'billing/margins',
        title: 'billing.margins.title',
        canActivate: mayClose,
        loadComponent: () => import('./margins-page').then((m) => m.MarginsPage),
      },
      {
        path: 'billing/invoices/:id',
        title: 'billing.invoice.title',
        canActivate: mayRead,
        loadComponent: () => import('./invoice-page').then((m) => m.InvoicePage),
      },
      {
        path: 'billing/clients/:id',
        title: 'billing.client.title',
        canActivate: mayClose,
        loadComponent: () => import('./client-page').then((m) => m.ClientPage),
      },
      {
        path: 'settings/prices',
        title: 'billing.settings.title',
        canActivate: [needs('settings:write')],
        loadComponent: () => import('./settings-page').then((m) => m.BillingSettingsPage),
      },
    ],
  },
];

export const billingPlaces: readonly Place[] = [
  {
    ...{ path: 'billing', inEnvironment: false, word: 'billing', icon: 'file-text' },
    ...{ right: 'billing:read', group: 'manage', key: 'b', isTab: true },
  },
];
