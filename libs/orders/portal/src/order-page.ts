import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Environment, Id } from '@toonbank/primitives';
import { Formats, Icon, ProblemPanel, StatusChip } from '@toonbank/ui';
import { lookOf } from './order-states';
import { OrdersApi } from './orders-api';

/** One order: what became of it, and everything that happened to it. */
@Component({
  selector: 'tb-order-page',
  imports: [RouterLink, TranslocoDirective, Icon, ProblemPanel, StatusChip],
  templateUrl: './order-page.html',
  styleUrl: './order-page.css',
})
export class OrderPage {
  /** From the address: `/:environment/orders/:id`. */
  readonly environment = input.required<Environment>();
  readonly id = input.required<Id>();

  private readonly api = inject(OrdersApi);
  protected readonly formats = inject(Formats);

  protected readonly read = this.api.detail(() => this.id());
  protected readonly order = computed(() => (this.read.hasValue() ? this.read.value() : undefined));
  protected readonly look = computed(() => {
    const order = this.order();
    return order && lookOf(order);
  });
}
