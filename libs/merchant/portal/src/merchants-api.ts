import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  type ChangeMerchant,
  type CreateMerchant,
  Merchant,
  MerchantPage,
  merchantsPath,
} from '@toonbank/merchant/contract';
import type { Id } from '@toonbank/primitives';
import { firstValueFrom } from 'rxjs';

/** The portal's one door to the merchants. */
@Injectable({ providedIn: 'root' })
export class MerchantsApi {
  private readonly http = inject(HttpClient);

  page(query: () => Readonly<Record<string, string>>) {
    return httpResource(() => ({ url: `/${merchantsPath}`, params: query() }), {
      parse: (answer) => MerchantPage.parse(answer),
    });
  }

  /** Undefined: nothing is read. */
  one(id: () => Id | undefined) {
    return httpResource(
      () => {
        const known = id();
        return known && `/${merchantsPath}/${known}`;
      },
      { parse: (answer) => Merchant.parse(answer) },
    );
  }

  async create(merchant: CreateMerchant): Promise<Merchant> {
    return Merchant.parse(await firstValueFrom(this.http.post(`/${merchantsPath}`, merchant)));
  }

  async change(id: Id, change: ChangeMerchant): Promise<Merchant> {
    const answer = this.http.patch(`/${merchantsPath}/${id}`, change);
    return Merchant.parse(await firstValueFrom(answer));
  }
}
