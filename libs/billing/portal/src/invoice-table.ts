import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ListedInvoice } from '@toonbank/billing/contract';
import { Moment, Money } from '@toonbank/ui/figures';
import { Table } from '@toonbank/ui/lists';
import { StatusChip } from '@toonbank/ui/look';
import { invoiceLooks } from './looks';

/** Invoices and credit notes, newest first. */
@Component({
  selector: 'tb-invoice-table',
  imports: [RouterLink, TranslocoDirective, Moment, Money, StatusChip, Table],
  template: `<table tbTable *transloco="let t; prefix: 'billing'">
    <caption class="sr">
      {{
        t('invoices')
      }}
    </caption>
    <thead>
      <tr>
        <th scope="col">{{ t('number') }}</th>
        @if (withMerchant()) {
          <th scope="col" class="hide-s">{{ t('merchant') }}</th>
        }
        <th scope="col" class="hide-t">{{ t('issuedOn') }}</th>
        <th scope="col" class="hide-m">{{ t('dueOn') }}</th>
        <th scope="col">{{ t('state') }}</th>
        <th scope="col" class="num">{{ t('totalEuro') }}</th>
      </tr>
    </thead>
    <tbody>
      @for (row of invoices(); track row.id) {
        <tr>
          <th scope="row" class="two">
            <a [routerLink]="['/billing', 'invoices', row.id]">{{ row.number }}</a>
            @if (withMerchant()) {
              <span class="only-s sub">{{ row.merchantName }}</span>
            }
          </th>
          @if (withMerchant()) {
            <td class="hide-s">{{ row.merchantName }}</td>
          }
          <td class="hide-t quiet"><tb-moment [at]="row.issuedOn" form="date" /></td>
          <td class="hide-m quiet">
            @if (row.dueOn; as due) {
              <tb-moment [at]="due" form="date" />
            } @else {
              –
            }
          </td>
          <td>
            <tb-status-chip
              [icon]="looks[row.state].icon"
              [tone]="looks[row.state].tone"
              [word]="t('states.' + row.state)"
            />
          </td>
          <td class="num"><tb-money [cents]="row.total" /></td>
        </tr>
      }
    </tbody>
  </table>`,
})
export class InvoiceTable {
  readonly invoices = input.required<readonly ListedInvoice[]>();
  /** A merchant knows whose they are. */
  readonly withMerchant = input(true);

  protected readonly looks = invoiceLooks;
}
