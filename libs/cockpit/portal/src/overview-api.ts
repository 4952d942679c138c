import { httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { Overview, overviewPath } from '@toonbank/cockpit/contract';
import { ordersPath, OrderTotals, orderTotalsPath } from '@toonbank/orders/contract';
import { refundsPath, RefundTotals, refundTotalsPath } from '@toonbank/refunds/contract';
import { said } from '@toonbank/ui/asking';

type Query = Readonly<Record<string, string>>;

/** The portal's one door to the overview. */
@Injectable({ providedIn: 'root' })
export class OverviewApi {
  overview(query: () => Query) {
    return httpResource(() => ({ url: `/${overviewPath}`, params: query() }), {
      parse: (answer) => Overview.parse(answer),
    });
  }

  /** Nothing is asked while there is no query: for who may not see refunds. */
  refunds(query: () => Readonly<Record<string, string | undefined>> | undefined) {
    return httpResource(
      () => {
        const wanted = query();
        return wanted && { url: `/${refundsPath}/${refundTotalsPath}`, params: said(wanted) };
      },
      { parse: (answer) => RefundTotals.parse(answer) },
    );
  }

  totals(query: () => Query) {
    return httpResource(() => ({ url: `/${ordersPath}/${orderTotalsPath}`, params: query() }), {
      parse: (answer) => OrderTotals.parse(answer),
    });
  }
}
