import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Environment } from '@toonbank/primitives';
import type { ListedWebshop } from '@toonbank/shop/contract';
import { Moment } from '@toonbank/ui/figures';
import { Table } from '@toonbank/ui/lists';
import { StatusChip } from '@toonbank/ui/look';
import { readinessOf } from './webshop-states';

/** Webshops with how far each is in one environment. */
@Component({
  selector: 'tb-webshop-table',
  imports: [RouterLink, TranslocoDirective, Moment, StatusChip, Table],
  template: `<table tbTable *transloco="let t; prefix: 'shops'">
    <caption class="sr">
      {{
        t('webshopsCaption')
      }}
    </caption>
    <thead>
      <tr>
        <th scope="col">{{ t('webshop') }}</th>
        @if (withMerchant()) {
          <th scope="col" class="hide-s">{{ t('merchant') }}</th>
        }
        <th scope="col" class="hide-t">poiId</th>
        <th scope="col">{{ t('state') }}</th>
      </tr>
    </thead>
    <tbody>
      @for (row of rows(); track row.webshop.id) {
        <tr [attr.data-webshop]="row.webshop.host">
          <th scope="row">
            <a [routerLink]="['/', environment(), 'webshops', row.webshop.id]">{{
              row.webshop.host
            }}</a>
            @if (withMerchant()) {
              <span class="only-s sub">{{ row.webshop.merchantName }}</span>
            }
            @if (row.lastDay; as day) {
              <span class="sub"
                >{{ t('ending.lastDay') }} <tb-moment [at]="day" form="date"
              /></span>
            }
          </th>
          @if (withMerchant()) {
            <td class="hide-s">{{ row.webshop.merchantName }}</td>
          }
          <td class="hide-t mono">{{ row.poiId ?? '–' }}</td>
          <td>
            <tb-status-chip
              [icon]="row.look.icon"
              [tone]="row.look.tone"
              [word]="t('readiness.' + row.look.word)"
            />
          </td>
        </tr>
      }
    </tbody>
  </table>`,
})
export class WebshopTable {
  readonly webshops = input.required<readonly ListedWebshop[]>();
  readonly environment = input.required<Environment>();
  readonly withMerchant = input(false);

  protected readonly rows = computed(() =>
    this.webshops().map((webshop) => {
      const here = webshop.environments.find((e) => e.environment === this.environment());
      return {
        webshop,
        poiId: here?.poiId,
        look: readinessOf(here, webshop.ending),
        lastDay: webshop.ending?.endsOn,
      };
    }),
  );
}
