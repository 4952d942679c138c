import type { Routes } from '@angular/router';
import { type Place, wordsOf } from '@toonbank/ui/look';

/** Whoever lists them guards them with `settings:write`: guards stand on this room's own floor. */
export const agencyRoutes: Routes = [
  {
    path: 'settings/agency',
    title: 'agency.title',
    data: { help: 'people' },
    providers: [
      wordsOf('agency', { nl: () => import('./words/nl'), en: () => import('./words/en') }),
    ],
    loadComponent: () => import('./settings-page').then((m) => m.SettingsPage),
  },
];

export const agencyPlaces: readonly Place[] = [
  {
    ...{ path: 'settings/agency', inEnvironment: false, word: 'settings', icon: 'settings-2' },
    ...{ right: 'settings:write', group: 'agency' },
  },
];
