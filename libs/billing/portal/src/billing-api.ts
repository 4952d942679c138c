import { httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { NextUrlPrice, shopPricePath } from '@toonbank/billing/contract';
import type { Id } from '@toonbank/primitives';

/** The portal's one door to prices and bills. */
@Injectable({ providedIn: 'root' })
export class BillingApi {
  nextUrl(shopId: () => Id) {
    return httpResource(() => `/${shopPricePath.replace(':shopId', shopId())}`, {
      parse: (answer) => NextUrlPrice.parse(answer),
    });
  }
}
