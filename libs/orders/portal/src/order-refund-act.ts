import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';
import { Icon, Now } from '@toonbank/ui/look';
import { orderRefunds } from './order-refunds';

/** S33: through day 60. Before it nobody is asked whether it is over; after it the room above tells. */
const openMs = 60 * 86_400_000;

/** Leads to giving a paid order back. */
@Component({
  selector: 'tb-order-refund-act',
  imports: [NgComponentOutlet, RouterLink, TranslocoDirective, Icon],
  template: `@if (told.hasValue()) {
      <ng-container *ngComponentOutlet="told.value(); inputs: { order: order() }" />
    } @else {
      <a
        *transloco="let t; prefix: 'orders'"
        class="btn pri"
        [routerLink]="[]"
        [queryParams]="{ give: true }"
        queryParamsHandling="merge"
        ><tb-icon name="undo-2" [size]="14" />{{ t('refund') }}</a
      >
    }`,
})
export class OrderRefundAct {
  readonly order = input.required<Id>();
  /** When the shopper began to pay. */
  readonly since = input.required<string>();

  private readonly load = inject(orderRefunds);
  private readonly now = inject(Now);
  private readonly mayBeOver = computed(() => Date.parse(this.since()) + openMs <= this.now.ms());
  protected readonly told = resource({
    params: () => this.mayBeOver() || undefined,
    loader: async () => (await this.load()).act,
  });
}
