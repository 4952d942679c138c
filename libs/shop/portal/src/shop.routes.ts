import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import type { Place } from '@toonbank/ui/look';
import { shopWords } from './shop-words';

const nameForm = () => import('./name-form/name-form-page').then((m) => m.NameFormPage);

const mayWrite = [needs('webshops:write')];
const mayRead = [needs('merchants:read')];

/** What a merchant has: shops and points of sale. */
export const shopRoutes: Routes = [
  {
    path: '',
    data: { help: 'webshops' },
    providers: [shopWords],
    children: [
      {
        path: 'merchants/:id',
        title: 'shops.merchant',
        canActivate: mayRead,
        loadComponent: () => import('./merchant-page').then((m) => m.MerchantPage),
      },
      {
        path: 'merchants/:id/shops/new',
        title: 'shops.newShop',
        canActivate: mayWrite,
        data: { kind: 'newShop' },
        loadComponent: nameForm,
      },
      {
        path: 'shops/:id',
        title: 'shops.shop',
        canActivate: mayRead,
        loadComponent: () => import('./shop-page').then((m) => m.ShopPage),
      },
      {
        path: 'shops/:id/edit',
        title: 'shops.editShop',
        canActivate: mayWrite,
        data: { kind: 'editShop' },
        loadComponent: nameForm,
      },
      {
        path: 'shops/:id/points-of-sale/new',
        title: 'shops.newPointOfSale',
        canActivate: mayWrite,
        data: { kind: 'newPointOfSale' },
        loadComponent: nameForm,
      },
      {
        path: 'shops/:id/points-of-sale/:pointOfSale/edit',
        title: 'shops.editPointOfSale',
        canActivate: mayWrite,
        data: { kind: 'editPointOfSale' },
        loadComponent: nameForm,
      },
    ],
  },
];

/** Below `/:environment`: the webshops, and the way in which one is connected. */
export const webshopRoutes: Routes = [
  {
    path: 'webshops',
    data: { help: 'webshops' },
    providers: [shopWords],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'shops.webshops',
        canActivate: [needs('webshops:read')],
        loadComponent: () => import('./webshops-page').then((m) => m.WebshopsPage),
      },
      {
        path: 'new',
        title: 'shops.connect.title',
        canActivate: mayWrite,
        loadComponent: () => import('./connect/address-page').then((m) => m.AddressPage),
      },
      {
        path: 'new/shop',
        title: 'shops.connect.title',
        canActivate: mayWrite,
        loadComponent: () => import('./connect/counter-page').then((m) => m.CounterPage),
      },
      {
        path: ':id/ending',
        title: 'shops.ending.title',
        canActivate: [needs('webshops:end')],
        loadComponent: () => import('./ending/ending-page').then((m) => m.EndingPage),
      },
      {
        path: ':id/bank',
        title: 'shops.connect.title',
        canActivate: mayWrite,
        loadComponent: () => import('./connect/bank-page').then((m) => m.BankPage),
      },
    ],
  },
];

export const shopPlaces: readonly Place[] = [
  {
    path: 'webshops',
    inEnvironment: true,
    word: 'webshops',
    icon: 'globe',
    right: 'webshops:read',
    group: 'manage',
    key: 'w',
    isTab: true,
  },
];
