import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  type AddBillinkExclusion,
  Billink,
  BillinkExclusions,
  billinkExclusionsPath,
  billinkPath,
  type FillBillink,
  MethodTariffs,
  methodTariffsPath,
  PayPal,
  type PayPalItem,
  paypalPath,
  type SetTariffs,
} from '@toonbank/payment-methods/contract';
import type { Id } from '@toonbank/primitives';
import { firstValueFrom } from 'rxjs';

/** The portal's one door to what PayPal and Billink need, and to what methods cost. */
@Injectable({ providedIn: 'root' })
export class MethodFormsApi {
  private readonly http = inject(HttpClient);

  paypal(merchantId: () => Id) {
    return httpResource(() => of(paypalPath, merchantId()), {
      parse: (answer) => PayPal.parse(answer),
    });
  }

  async setPayPal(merchantId: Id, email: string): Promise<void> {
    await firstValueFrom(this.http.put(of(paypalPath, merchantId), { email }));
  }

  async check(merchantId: Id, item: PayPalItem, done: boolean): Promise<void> {
    const url = `${of(paypalPath, merchantId)}/checklist/${item}`;
    await firstValueFrom(this.http.put(url, { done }));
  }

  async prove(merchantId: Id): Promise<void> {
    await firstValueFrom(this.http.post(`${of(paypalPath, merchantId)}/proof`, {}));
  }

  billink(merchantId: () => Id) {
    return httpResource(() => of(billinkPath, merchantId()), {
      parse: (answer) => Billink.parse(answer),
    });
  }

  exclusions() {
    return httpResource(() => `/${billinkExclusionsPath}`, {
      parse: (answer) => BillinkExclusions.parse(answer),
    });
  }

  async addExclusion(group: AddBillinkExclusion): Promise<void> {
    await firstValueFrom(this.http.post(`/${billinkExclusionsPath}`, group));
  }

  /** The last day on which it is so; null: as far as is known. */
  async endExclusion(id: Id, until: string | null): Promise<void> {
    await firstValueFrom(this.http.put(`/${billinkExclusionsPath}/${id}/end`, { until }));
  }

  async removeExclusion(id: Id): Promise<void> {
    await firstValueFrom(this.http.delete(`/${billinkExclusionsPath}/${id}`));
  }

  async fillBillink(merchantId: Id, form: FillBillink): Promise<void> {
    await firstValueFrom(this.http.put(of(billinkPath, merchantId), form));
  }

  tariffs(merchantId: () => Id) {
    return httpResource(() => of(methodTariffsPath, merchantId()), {
      parse: (answer) => MethodTariffs.parse(answer),
    });
  }

  async setTariffs(merchantId: Id, tariffs: SetTariffs): Promise<void> {
    await firstValueFrom(this.http.put(of(methodTariffsPath, merchantId), tariffs));
  }
}

function of(path: string, merchantId: Id): string {
  return `/${path.replace(':merchantId', merchantId)}`;
}
