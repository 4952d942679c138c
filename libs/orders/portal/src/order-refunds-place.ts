import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import type { Environment, Id } from '@toonbank/primitives';
import { orderRefunds } from './order-refunds';

/** Where a room above says what was given back. Last on the page, so that nothing moves for it. */
@Component({
  selector: 'tb-order-refunds-place',
  imports: [NgComponentOutlet],
  template: `@if (shown.hasValue()) {
    <ng-container *ngComponentOutlet="shown.value(); inputs: inputs()" />
  }`,
  styles: `
    :host {
      display: block;
      margin-top: var(--s-32);
    }
  `,
})
export class OrderRefundsPlace {
  readonly environment = input.required<Environment>();
  readonly order = input.required<Id>();
  /** Whole cents. */
  readonly paid = input.required<number>();

  protected readonly inputs = computed(() => ({
    environment: this.environment(),
    order: this.order(),
    paid: this.paid(),
  }));
  private readonly load = inject(orderRefunds);
  protected readonly shown = resource({ loader: async () => (await this.load()).list });
}
