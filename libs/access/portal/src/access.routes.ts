import type { Routes } from '@angular/router';

/** The door. */
export const accessRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'signIn.title',
    loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage),
  },
];
