import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Id } from '@toonbank/primitives';
import {
  orderRefundablePath,
  orderRefundsPath,
  Refund,
  Refundable,
  RefundPage,
  RefundSettings,
  refundSettingsPath,
  refundsPath,
  RefundTotals,
  refundTotalsPath,
  type RequestRefund,
} from '@toonbank/refunds/contract';
import { said } from '@toonbank/ui/asking';
import { firstValueFrom } from 'rxjs';

type Query = Readonly<Record<string, string | undefined>>;

/** The portal's one door to refunds. */
@Injectable({ providedIn: 'root' })
export class RefundsApi {
  private readonly http = inject(HttpClient);

  page(query: () => Query) {
    return httpResource(() => ({ url: `/${refundsPath}`, params: said(query()) }), {
      parse: (answer) => RefundPage.parse(answer),
    });
  }

  totals(query: () => Query) {
    return httpResource(
      () => ({ url: `/${refundsPath}/${refundTotalsPath}`, params: said(query()) }),
      { parse: (answer) => RefundTotals.parse(answer) },
    );
  }

  one(id: () => Id) {
    return httpResource(() => `/${refundsPath}/${id()}`, {
      parse: (answer) => Refund.parse(answer),
    });
  }

  refundable(orderId: () => Id) {
    return httpResource(() => `/${orderRefundablePath.replace(':orderId', orderId())}`, {
      parse: (answer) => Refundable.parse(answer),
    });
  }

  settings() {
    return httpResource(() => `/${refundSettingsPath}`, {
      parse: (answer) => RefundSettings.parse(answer),
    });
  }

  async changeSettings(settings: RefundSettings): Promise<void> {
    await firstValueFrom(this.http.put(`/${refundSettingsPath}`, settings));
  }

  /** The same key is the same refund, however often it is sent. */
  async give(orderId: Id, key: string, refund: RequestRefund): Promise<Refund> {
    const url = `/${orderRefundsPath.replace(':orderId', orderId)}`;
    const headers = { 'idempotency-key': key };
    return Refund.parse(await firstValueFrom(this.http.post(url, refund, { headers })));
  }

  async decide(id: Id, approved: boolean): Promise<void> {
    await firstValueFrom(this.http.put(`/${refundsPath}/${id}/approval`, { approved }));
  }

  async confirm(id: Id, paid: boolean): Promise<void> {
    await firstValueFrom(this.http.put(`/${refundsPath}/${id}/confirmation`, { paid }));
  }
}
