import type { Routes } from '@angular/router';
import { type Place, wordsOf } from '@toonbank/ui/look';

/** Whoever lists them guards them with `audit:read`: guards stand above this room's floor. */
export const auditRoutes: Routes = [
  {
    path: 'audit',
    title: 'audit.title',
    data: { help: 'people' },
    providers: [
      wordsOf('audit', { nl: () => import('./words/nl'), en: () => import('./words/en') }),
    ],
    loadComponent: () => import('./audit-page').then((m) => m.AuditPageView),
  },
];

export const auditPlaces: readonly Place[] = [
  {
    ...{ path: 'audit', inEnvironment: false, word: 'audit', icon: 'scroll-text' },
    ...{ right: 'audit:read', group: 'agency', isTab: 'late' },
  },
];
