import type { Routes } from '@angular/router';
import { wordsOf } from '@toonbank/ui/look';
import { guidePages } from './guide-pages';

const loadComponent = () => import('./guide-page').then((m) => m.GuidePageView);

/** The guide, beside the pages it belongs to: `data.help` of a route names its page. */
export const guideRoutes: Routes = [
  {
    path: 'help',
    providers: [
      wordsOf('guide', { nl: () => import('./words/nl'), en: () => import('./words/en') }),
    ],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'index' },
      ...guidePages.map((page) => ({
        path: page,
        title: `guide.pages.${page}`,
        data: { page },
        loadComponent,
      })),
    ],
  },
];
