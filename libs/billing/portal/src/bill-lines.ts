import { Component, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Bill, BillLine } from '@toonbank/billing/contract';
import { Money } from '@toonbank/ui/figures';
import { Table } from '@toonbank/ui/lists';
import { Formats } from '@toonbank/ui/look';
import { quantityOf } from './quantity';

/** The lines of a bill, before it is an invoice and after it: the same ones. */
@Component({
  selector: 'tb-bill-lines',
  imports: [TranslocoDirective, Money, Table],
  template: `<ng-container *transloco="let t; prefix: 'billing'">
    <table tbTable>
      <caption class="sr">
        {{
          t('run.linesOf', { name: bill().merchantName })
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ t('invoice.what') }}</th>
          <th scope="col" class="num hide-s">{{ t('invoice.quantity') }}</th>
          <th scope="col" class="num hide-s">{{ t('invoice.unit') }}</th>
          <th scope="col" class="num hide-s">{{ t('vatEuro') }}</th>
          <th scope="col" class="num">{{ t('netEuro') }}</th>
        </tr>
      </thead>
      <tbody>
        @for (line of bill().lines; track $index) {
          <tr>
            <th scope="row" class="two">
              {{ t('lines.' + line.kind) }}
              <span class="sub">{{ line.shopName }}</span>
              @if (!line.isBilled) {
                <span class="sub">{{ t('invoice.told') }}: {{ t('invoice.toldRemark') }}</span>
              }
              <span class="only-s sub">{{ quantity(line) }} × {{ formats.figure(line.unit) }}</span>
            </th>
            <td class="num hide-s">{{ quantity(line) }}</td>
            <td class="num hide-s"><tb-money [cents]="line.unit" /></td>
            <td class="num hide-s"><tb-money [cents]="line.vat" /></td>
            <td class="num" [class.quiet]="!line.isBilled"><tb-money [cents]="line.net" /></td>
          </tr>
        }
      </tbody>
    </table>
  </ng-container>`,
})
export class BillLines {
  readonly bill = input.required<Bill>();

  private readonly words = inject(TranslocoService);
  protected readonly formats = inject(Formats);

  protected quantity(line: BillLine): string {
    return quantityOf(line, { formats: this.formats, words: this.words });
  }
}
