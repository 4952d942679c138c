import type { Routes } from '@angular/router';
import { accessWords, needs } from '@toonbank/access/portal';
import type { Place } from '@toonbank/ui/look';
import { exportWords } from './export-words';

/** Below the root, before one is anybody: where a mailed link leads. */
export const exportDoorRoutes: Routes = [
  {
    path: 'export-file',
    title: 'exports.door.title',
    // Its frame is that of the doors.
    providers: [exportWords, accessWords],
    loadComponent: () => import('./door/export-file-page').then((m) => m.ExportFilePage),
  },
];

/** Below `/:environment`: files of one's books, asked for by hand and by calendar. */
export const exportRoutes: Routes = [
  {
    path: 'exports',
    canActivate: [needs('exports:write')],
    data: { help: 'exports' },
    providers: [exportWords],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'exports.title',
        loadComponent: () => import('./exports-page').then((m) => m.ExportsPage),
      },
      {
        path: 'new',
        title: 'exports.new',
        loadComponent: () => import('./new-export-page').then((m) => m.NewExportPage),
      },
      {
        path: 'schedules',
        title: 'exports.schedules.title',
        loadComponent: () => import('./schedules/schedules-page').then((m) => m.SchedulesPage),
      },
      {
        path: 'schedules/new',
        title: 'exports.schedules.new',
        loadComponent: () => import('./schedules/new-schedule-page').then((m) => m.NewSchedulePage),
      },
      {
        path: 'schedules/:id',
        title: 'exports.schedules.one',
        loadComponent: () => import('./schedules/schedule-page').then((m) => m.SchedulePage),
      },
      {
        path: 'schedules/:id/edit',
        title: 'exports.schedules.edit',
        loadComponent: () =>
          import('./schedules/edit-schedule-page').then((m) => m.EditSchedulePage),
      },
      {
        path: ':id',
        title: 'exports.one',
        loadComponent: () => import('./export-page').then((m) => m.ExportPage),
      },
    ],
  },
];

export const exportPlaces: readonly Place[] = [
  {
    path: 'exports',
    inEnvironment: true,
    word: 'exports',
    icon: 'download',
    right: 'exports:write',
    group: 'money',
    isTab: true,
  },
];
