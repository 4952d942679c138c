import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import type { Place } from '@toonbank/ui/look';
import { notificationWords } from './notification-words';

/** Below `/:environment`. */
export const notificationsRoutes: Routes = [
  {
    path: 'notifications',
    canActivate: [needs('notifications:read')],
    data: { help: 'notifications' },
    providers: [notificationWords],
    children: [
      {
        path: '',
        title: 'notifications.title',
        loadComponent: () => import('./notifications-page').then((m) => m.NotificationsPage),
      },
      {
        path: ':id',
        title: 'notifications.one',
        loadComponent: () => import('./notification-page').then((m) => m.NotificationPageOne),
      },
    ],
  },
];

export const notificationsPlaces: readonly Place[] = [
  {
    path: 'notifications',
    inEnvironment: true,
    word: 'notifications',
    icon: 'inbox',
    right: 'notifications:read',
    group: 'tech',
    key: 'n',
  },
];
