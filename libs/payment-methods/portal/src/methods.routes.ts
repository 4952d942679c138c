import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import { methodWords } from './method-words';

/** Below a webshop, in its frame. */
export const webshopMethodPages: Routes = [
  {
    path: 'payment-methods',
    title: 'methods.title',
    data: { help: 'payment-methods' },
    canActivate: [needs('methods:read')],
    providers: [methodWords],
    loadComponent: () => import('./webshop-methods-page').then((m) => m.WebshopMethodsPage),
  },
];

/** Below a merchant: what it has with the bank. Below the root: what the agency was told of a method. */
export const methodRoutes: Routes = [
  {
    path: 'merchants/:id/payment-methods',
    data: { help: 'payment-methods' },
    canActivate: [needs('methods:read')],
    providers: [methodWords],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'methods.title',
        loadComponent: () => import('./contracts-page').then((m) => m.ContractsPage),
      },
      {
        path: 'new',
        title: 'methods.request.title',
        canActivate: [needs('methods:write')],
        loadComponent: () => import('./request-page').then((m) => m.RequestPage),
      },
      {
        path: 'paypal',
        title: 'methods.paypal.title',
        loadComponent: () => import('./paypal-page').then((m) => m.PayPalPage),
      },
      {
        path: 'billink',
        title: 'methods.billink.title',
        loadComponent: () => import('./billink-page').then((m) => m.BillinkPage),
      },
      {
        path: 'costs',
        title: 'methods.costs.title',
        loadComponent: () => import('./costs-page').then((m) => m.CostsPage),
      },
      {
        path: ':contract',
        title: 'methods.one',
        loadComponent: () => import('./contract-page').then((m) => m.ContractPage),
      },
    ],
  },
  {
    path: 'settings/billink',
    title: 'methods.exclusions.title',
    data: { help: 'payment-methods' },
    // To read for whoever reads methods; the page itself asks for the right to keep it.
    canActivate: [needs('methods:read')],
    providers: [methodWords],
    loadComponent: () => import('./exclusions-page').then((m) => m.ExclusionsPage),
  },
];
