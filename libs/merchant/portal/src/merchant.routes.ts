import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import { type Place, wordsOf } from '@toonbank/ui/look';

const formPage = () => import('./merchant-form-page').then((m) => m.MerchantFormPage);

/** The list of merchants, and what changes one. What a merchant has is shown by the room of the shops. */
export const merchantRoutes: Routes = [
  {
    path: 'merchants',
    data: { help: 'webshops' },
    providers: [
      wordsOf('merchants', { nl: () => import('./words/nl'), en: () => import('./words/en') }),
    ],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'merchants.title',
        canActivate: [needs('merchants:read')],
        loadComponent: () => import('./merchants-page').then((m) => m.MerchantsPage),
      },
      {
        path: 'new',
        title: 'merchants.new',
        canActivate: [needs('merchants:write')],
        loadComponent: formPage,
      },
      {
        path: ':id/edit',
        title: 'merchants.edit',
        canActivate: [needs('merchants:write')],
        loadComponent: formPage,
      },
    ],
  },
];

export const merchantPlaces: readonly Place[] = [
  {
    path: 'merchants',
    inEnvironment: false,
    word: 'merchants',
    icon: 'store',
    // A merchant's people have nobody to choose from: the overview is the agency's.
    right: 'overview:read',
    group: 'manage',
    key: 'm',
  },
];
