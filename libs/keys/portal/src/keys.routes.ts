import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import { shopWords } from '@toonbank/shop/portal';
import { rotationRoutes } from './rotation/rotation.routes';
import { type Place, wordsOf } from '@toonbank/ui/look';

const keyWords = wordsOf('keys', {
  nl: () => import('./words/nl'),
  en: () => import('./words/en'),
});

/** In the frame of one webshop. */
const pagesOfOne: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'keys.webshop',
    data: { help: 'webhook' },
    loadComponent: () => import('./webshop-page').then((m) => m.WebshopPage),
  },
  {
    path: 'api-keys',
    title: 'keys.apiKeys',
    canActivate: [needs('api-keys:write')],
    loadComponent: () => import('./api-keys-page').then((m) => m.ApiKeysPage),
  },
  {
    path: 'virtual-keys',
    title: 'keys.virtualKeys',
    canActivate: [needs('keys:write')],
    loadComponent: () => import('./virtual-keys-page').then((m) => m.VirtualKeysPage),
  },
  {
    path: 'snippet',
    title: 'keys.snippet',
    loadComponent: () => import('./snippet-page').then((m) => m.SnippetPage),
  },
  {
    path: 'edit',
    title: 'keys.edit',
    canActivate: [needs('webshops:write')],
    loadComponent: () => import('./edit-webshop-page').then((m) => m.EditWebshopPage),
  },
];

/** Below `/:environment`: one webshop with its keys and what rooms beside add to it, and the keys of all. */
export const keyRoutes = (pagesOfWebshop: Routes): Routes => [
  ...rotationRoutes([keyWords, shopWords]),
  {
    path: 'webshops/:id/keys',
    title: 'keys.enter',
    data: { help: 'keys' },
    canActivate: [needs('keys:write')],
    providers: [keyWords, shopWords],
    loadComponent: () => import('./enter-keys-page').then((m) => m.EnterKeysPage),
  },
  {
    path: 'webshops/:id',
    data: { help: 'webshops' },
    canActivate: [needs('webshops:read')],
    providers: [keyWords, shopWords],
    loadComponent: () => import('./webshop-frame').then((m) => m.WebshopFrame),
    children: [...pagesOfOne, ...pagesOfWebshop],
  },
  {
    path: 'keys',
    title: 'keys.title',
    data: { help: 'keys' },
    canActivate: [needs('webshops:read')],
    providers: [keyWords],
    loadComponent: () => import('./keys-page').then((m) => m.KeysPage),
  },
];

export const keyPlaces: readonly Place[] = [
  {
    path: 'keys',
    inEnvironment: true,
    word: 'keys',
    icon: 'key-round',
    right: 'keys:write',
    group: 'tech',
    key: 'k',
  },
];
