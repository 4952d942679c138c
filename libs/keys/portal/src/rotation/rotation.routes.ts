import type { Provider } from '@angular/core';
import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import { wordsOf } from '@toonbank/ui/look';

const rotationWords = wordsOf('rotations', {
  nl: () => import('./words/nl'),
  en: () => import('./words/en'),
});

const batchWords = wordsOf('batches', {
  nl: () => import('../batches/words/nl'),
  en: () => import('../batches/words/en'),
});

/** Below `/:environment`: renewals of the bank's keys, with the words of the pages around them. */
export const rotationRoutes = (words: readonly Provider[]): Routes =>
  pages.map((route) => ({
    ...route,
    data: { help: 'keys' },
    canActivate: [needs('keys:write')],
    providers: [...words, rotationWords, batchWords],
  }));

/** Below the root: how the agency renews keys. */
export const keySettingsRoutes: Routes = [
  {
    path: 'settings/keys',
    title: 'rotations.settings.title',
    canActivate: [needs('settings:write')],
    data: { help: 'keys' },
    providers: [rotationWords],
    loadComponent: () => import('../settings/key-settings-page').then((m) => m.KeySettingsPage),
  },
];

const pages: Routes = [
  {
    path: 'webshops/:id/keys/renew',
    title: 'rotations.one',
    loadComponent: () => import('./renew-page').then((m) => m.RenewPage),
  },
  {
    path: 'keys/batches',
    title: 'batches.title',
    loadComponent: () => import('../batches/batches-page').then((m) => m.BatchesPage),
  },
  {
    path: 'keys/batches/:id',
    title: 'batches.one',
    loadComponent: () => import('../batches/batch-page').then((m) => m.BatchPage),
  },
  {
    path: 'keys/rotations',
    title: 'rotations.title',
    loadComponent: () => import('./rotations-page').then((m) => m.RotationsPage),
  },
  {
    path: 'keys/rotations/:id',
    title: 'rotations.one',
    loadComponent: () => import('./rotation-page').then((m) => m.RotationPage),
  },
];
