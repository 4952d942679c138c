import { computed, inject, Injectable } from '@angular/core';
import { SessionApi } from '../session-api';

/** From where somebody looks at a team: as staff of the agency, or as one of a merchant's people. */
@Injectable({ providedIn: 'root' })
export class TeamPlace {
  private readonly session = inject(SessionApi);
  readonly isMerchants = computed(() => !!this.session.current()?.chosen?.merchantId);
  readonly mayReset = computed(() => this.session.has('members:reset'));
  readonly role = computed(() => {
    const { chosen, memberships } = this.session.current() ?? {};
    return memberships?.find(
      (m) => m.agencyId === chosen?.agencyId && m.merchantId === chosen.merchantId,
    )?.role;
  });
}
