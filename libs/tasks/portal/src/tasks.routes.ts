import type { Routes } from '@angular/router';
import { needs } from '@toonbank/access/portal';
import type { Place } from '@toonbank/ui/look';
import { taskWords } from './task-words';

/** What waits on whom, of production. */
export const taskRoutes: Routes = [
  {
    path: 'tasks',
    title: 'tasks.title',
    data: { help: 'tasks' },
    canActivate: [needs('tasks:read')],
    providers: [taskWords],
    loadComponent: () => import('./tasks-page').then((m) => m.TasksPage),
  },
];

export const taskPlaces: readonly Place[] = [
  {
    path: 'tasks',
    inEnvironment: false,
    word: 'tasks',
    icon: 'list-checks',
    right: 'tasks:read',
    group: 'top',
    key: 't',
  },
];
