import type { Routes } from '@angular/router';
import { wordsOf } from '@toonbank/ui/look';

/** The door. */
export const accessRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'access.signIn.title',
    providers: [
      wordsOf('access', { nl: () => import('./words/nl'), en: () => import('./words/en') }),
    ],
    loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage),
  },
];
