import { computed, inject, Injectable, InjectionToken } from '@angular/core';
import { SessionApi } from '@toonbank/access/portal';
import type { Place } from '@toonbank/ui/look';
import { EnvironmentInUse } from './environment-in-use';

/** The places of all rooms that the portal is made of, in the order of the navigation. */
export const allPlaces = new InjectionToken<readonly Place[]>('places');

export interface Entry extends Place {
  readonly link: readonly string[];
}

export interface Group {
  readonly name: Place['group'];
  readonly entries: readonly Entry[];
}

const order: readonly Place['group'][] = ['top', 'money', 'manage', 'tech', 'agency'];

/** Where this person can go. A page that one may not open is absent, not grey. */
@Injectable({ providedIn: 'root' })
export class Navigation {
  private readonly session = inject(SessionApi);
  private readonly inUse = inject(EnvironmentInUse);
  private readonly places = inject(allPlaces);

  readonly entries = computed<readonly Entry[]>(() => {
    const rights = new Set(this.session.current()?.rights);
    const environment = this.inUse.current();
    return this.places
      .filter((place) => rights.has(place.right))
      .map((place) => ({
        ...place,
        link: ['/', ...(place.inEnvironment ? [environment] : []), ...place.path.split('/')],
      }));
  });

  readonly groups = computed<readonly Group[]>(() =>
    order
      .map((name) => ({ name, entries: this.entries().filter(({ group }) => group === name) }))
      .filter(({ entries }) => entries.length > 0),
  );

  /** What a merchant's people have at the thumb, and what stands behind "more" on a phone. */
  readonly tabs = computed(() => this.entries().filter(({ isTab }) => isTab === true));
  readonly moreTabs = computed(() => this.entries().filter(({ isTab }) => isTab === 'late'));
}
