import { httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import { Overview, overviewPath } from '@toonbank/cockpit/contract';
import { ordersPath, OrderTotals, orderTotalsPath } from '@toonbank/orders/contract';

type Query = Readonly<Record<string, string>>;

/** The portal's one door to the overview. */
@Injectable({ providedIn: 'root' })
export class OverviewApi {
  overview(query: () => Query) {
    return httpResource(() => ({ url: `/${overviewPath}`, params: query() }), {
      parse: (answer) => Overview.parse(answer),
    });
  }

  totals(query: () => Query) {
    return httpResource(() => ({ url: `/${ordersPath}/${orderTotalsPath}`, params: query() }), {
      parse: (answer) => OrderTotals.parse(answer),
    });
  }
}
