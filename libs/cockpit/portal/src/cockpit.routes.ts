import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import { taskWords } from '@toonbank/tasks/portal';
import { type Place, wordsOf } from '@toonbank/ui/look';

/** Below `/:environment`. */
export const cockpitRoutes: Routes = [
  {
    path: 'overview',
    title: 'cockpit.title',
    data: { help: 'index' },
    canActivate: [needs('overview:read')],
    providers: [
      wordsOf('cockpit', { nl: () => import('./words/nl'), en: () => import('./words/en') }),
      taskWords,
    ],
    loadComponent: () => import('./overview-page').then((m) => m.OverviewPage),
  },
];

export const cockpitPlaces: readonly Place[] = [
  {
    path: 'overview',
    inEnvironment: true,
    word: 'overview',
    icon: 'house',
    right: 'overview:read',
    group: 'top',
    key: 'h',
  },
];
