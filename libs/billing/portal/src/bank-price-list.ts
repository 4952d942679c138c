import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Money } from '@toonbank/ui/figures';
import { Table } from '@toonbank/ui/lists';
import { Formats } from '@toonbank/ui/look';
import { lastRead, ProblemPanel, Skeleton } from '@toonbank/ui/states';
import { BillingApi } from './billing-api';

/** What the bank asks, by month and with where that was read (S27). */
@Component({
  selector: 'tb-bank-price-list',
  imports: [TranslocoDirective, Money, ProblemPanel, Skeleton, Table],
  templateUrl: './bank-price-list.html',
})
export class BankPriceList {
  protected readonly formats = inject(Formats);
  protected readonly read = inject(BillingApi).bankPrices();
  protected readonly prices = lastRead(this.read);
}
