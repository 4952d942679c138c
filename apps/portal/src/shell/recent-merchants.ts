import { inject, Injectable } from '@angular/core';
import { SessionApi } from '@toonbank/access/portal';
import { Id } from '@toonbank/primitives';
import * as z from 'zod';

const kept = 'tb-recent-merchants';
const most = 5;
const Recent = z.array(z.object({ agencyId: Id, id: Id, name: z.string() }));

/** The merchants somebody chose last, of the agency they act for. Kept in the browser. */
@Injectable({ providedIn: 'root' })
export class RecentMerchants {
  private readonly session = inject(SessionApi);

  all(): { readonly id: Id; readonly name: string }[] {
    return this.read().filter(({ agencyId }) => agencyId === this.agencyId());
  }

  add(merchant: { readonly id: Id; readonly name: string }): void {
    const agencyId = this.agencyId();
    if (!agencyId) return;
    const others = this.read().filter(({ id }) => id !== merchant.id);
    const all = [{ agencyId, ...merchant }, ...others];
    localStorage.setItem(kept, JSON.stringify(all.slice(0, most)));
  }

  private read(): z.infer<typeof Recent> {
    try {
      return Recent.parse(JSON.parse(localStorage.getItem(kept) ?? '[]'));
    } catch {
      return [];
    }
  }

  private agencyId(): Id | undefined {
    return this.session.current()?.chosen?.agencyId;
  }
}
