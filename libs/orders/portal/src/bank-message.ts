import { httpResource } from '@angular/common/http';
import { Component, computed, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';
import { Verbatim } from '@toonbank/ui/messages';
import { ProblemPanel } from '@toonbank/ui/states';
import * as z from 'zod';

/** As the notifications room tells it; that room stands above this one, so only the form is known here. */
const Messages = z.object({
  items: z.array(
    z.object({ id: z.string(), text: z.string(), signature: z.enum(['valid', 'invalid']) }),
  ),
});

/** The page of results in which the bank told of an order, word for word; fetched when it is opened. */
@Component({
  selector: 'tb-bank-message',
  imports: [TranslocoDirective, ProblemPanel, Verbatim],
  template: `<ng-container *transloco="let t; prefix: 'orders.message'">
    <button
      class="btn ghost sm"
      type="button"
      [attr.aria-expanded]="isOpen()"
      (click)="isOpen.set(!isOpen())"
    >
      {{ t(isOpen() ? 'close' : 'open') }}
    </button>
    @if (isOpen()) {
      @if (read.error(); as error) {
        <tb-problem-panel [error]="error" />
      } @else if (message(); as said) {
        <tb-verbatim [name]="t('name')" [text]="said.text" [verdict]="said.signature" />
      }
    }
  </ng-container>`,
  styles: `
    :host {
      display: block;
      margin-inline-start: calc(-1 * var(--s-8));
    }
    tb-verbatim {
      margin-inline-start: var(--s-8);
    }
  `,
})
export class BankMessage {
  readonly orderId = input.required<Id>();
  readonly pageId = input.required<string>();

  protected readonly isOpen = signal(false);
  protected readonly read = httpResource(
    () => (this.isOpen() ? `/v1/orders/${this.orderId()}/messages` : undefined),
    { parse: (answer) => Messages.parse(answer) },
  );
  protected readonly message = computed(() =>
    this.read.hasValue()
      ? this.read.value().items.find(({ id }) => id === this.pageId())
      : undefined,
  );
}
