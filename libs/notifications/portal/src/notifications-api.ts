import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  NotificationDetail,
  NotificationPage,
  notificationsPath,
} from '@toonbank/notifications/contract';
import type { Id } from '@toonbank/primitives';
import { WebshopPage, webshopsPath } from '@toonbank/shop/contract';
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

  /** Asks the bank once more; safe to repeat. */
  async pull(id: Id): Promise<void> {
    await firstValueFrom(this.http.post(`/${notificationsPath}/${id}/pull`, {}));
  }

  /** Names of webshops, for rows that hold their ids: the first hundred. */
  webshops(merchant: () => Id | undefined) {
    return httpResource(
      () => {
        const merchantId = merchant();
        return {
          url: `/${webshopsPath}`,
          params: { limit: 100, ...(merchantId && { merchantId }) },
        };
      },
      { parse: (answer) => WebshopPage.parse(answer) },
    );
  }
}
