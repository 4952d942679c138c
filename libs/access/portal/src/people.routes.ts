import type { Routes } from '@angular/router';
import type { Place } from '@toonbank/ui/look';
import { peopleWords } from './access-words';
import { needs } from './guards';

/** Inside the portal: the team, and one's own account. */
export const peopleRoutes: Routes = [
  {
    path: 'team',
    canActivate: [needs('members:write')],
    data: { help: 'people' },
    providers: [peopleWords],
    children: [
      {
        path: '',
        title: 'people.team.title',
        loadComponent: () => import('./team/team-page').then((m) => m.TeamPage),
      },
      {
        path: 'of-merchant',
        title: 'people.team.title',
        data: { ofMerchant: true },
        loadComponent: () => import('./team/team-page').then((m) => m.TeamPage),
      },
      {
        path: 'invite',
        title: 'people.invite.title',
        loadComponent: () => import('./team/invite-page').then((m) => m.InvitePage),
      },
    ],
  },
  {
    path: 'account',
    title: 'people.account.title',
    data: { help: 'people' },
    providers: [peopleWords],
    loadComponent: () => import('./account/account-page').then((m) => m.AccountPage),
  },
];

export const peoplePlaces: readonly Place[] = [
  {
    ...{ path: 'team', inEnvironment: false, word: 'team', icon: 'users' },
    ...{ right: 'members:write', group: 'agency', isTab: 'late' },
  },
  {
    ...{ path: 'account', inEnvironment: false, word: 'account', icon: 'user' },
    ...{ right: 'session:own', group: 'own' },
  },
];
