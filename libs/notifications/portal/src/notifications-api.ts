import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  NotificationDetail,
  NotificationPage,
  notificationsPath,
  RefusedMessages,
  type RefusedMessagesParams,
  refusedMessagesPath,
} from '@toonbank/notifications/contract';
import type { Id } from '@toonbank/primitives';
import { WebshopDetail, WebshopPage, webshopsPath } from '@toonbank/shop/contract';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string>>;

/** The portal's one door to the notifications. */
@Injectable({ providedIn: 'root' })
export class NotificationsApi {
  private readonly http = inject(HttpClient);

  page(query: () => Query) {
    return httpResource(() => ({ url: `/${notificationsPath}`, params: query() }), {
      parse: (answer) => NotificationPage.parse(answer),
    });
  }

  one(id: () => Id) {
    return httpResource(() => `/${notificationsPath}/${id()}`, {
      parse: (answer) => NotificationDetail.parse(answer),
    });
  }

  /** What came for a webshop and no key of it verified. */
  refused(place: () => RefusedMessagesParams) {
    return httpResource(
      () => {
        const { webshopId, environment } = place();
        return `/${refusedMessagesPath
          .replace(':webshopId', webshopId)
          .replace(':environment', environment)}`;
      },
      { parse: (answer) => RefusedMessages.parse(answer) },
    );
  }

  /** Asks the bank once more; safe to repeat. */
  async pull(id: Id): Promise<void> {
    await firstValueFrom(this.http.post(`/${notificationsPath}/${id}/pull`, {}));
  }

  /** One webshop by its id; none is asked for as long as there is none to name. */
  webshop(id: () => Id | undefined) {
    return httpResource(
      () => {
        const known = id();
        return known && `/${webshopsPath}/${known}`;
      },
      { parse: (answer) => WebshopDetail.parse(answer) },
    );
  }

  /** Webshops one can narrow by: the first hundred; more are found by a part of their URL. */
  webshops(query: () => { readonly merchant: Id | undefined; readonly search: string }) {
    return httpResource(
      () => {
        const { merchant, search } = query();
        return {
          url: `/${webshopsPath}`,
          params: {
            limit: 100,
            ...(merchant && { merchantId: merchant }),
            ...(search && { search }),
          },
        };
      },
      { parse: (answer) => WebshopPage.parse(answer) },
    );
  }
}
