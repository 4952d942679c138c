import type { Routes } from '@angular/router';
import { accessWords } from './access-words';

/** The doors: what opens without being anybody yet. */
export const accessRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'access.signIn.title',
    providers: [accessWords],
    loadComponent: () => import('./gate/sign-in-page').then((m) => m.SignInPage),
  },
  {
    path: 'welcome',
    title: 'access.welcome.accept',
    providers: [accessWords],
    loadComponent: () => import('./gate/welcome-page').then((m) => m.WelcomePage),
  },
  {
    path: 'forgot',
    title: 'access.forgot.title',
    providers: [accessWords],
    loadComponent: () => import('./gate/forgot-page').then((m) => m.ForgotPage),
  },
  {
    path: 'reset',
    title: 'access.reset.title',
    providers: [accessWords],
    loadComponent: () => import('./gate/reset-page').then((m) => m.ResetPage),
  },
];
