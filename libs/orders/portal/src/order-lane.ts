import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { laneOf } from '@toonbank/payment-methods/contract';
import { wordsOf } from '@toonbank/ui/look';

/**
 * A line of the facts of a paid order: where its money is paid out, and goes back by. Its words come
 * with it: the list of orders, which shares the room's words, has no use for them.
 */
@Component({
  selector: '[tbOrderLane]',
  imports: [TranslocoDirective],
  providers: [
    wordsOf('lanes', {
      nl: () => import('./words/lanes.nl'),
      en: () => import('./words/lanes.en'),
    }),
  ],
  template: `<dt>
      <ng-container *transloco="let t; prefix: 'lanes'">{{ t('name') }}</ng-container>
    </dt>
    <dd>
      <ng-container *transloco="let t; prefix: 'lanes'">
        {{ t(lane() + '.out') }}<br /><span class="quiet">{{ t(lane() + '.back') }}</span>
      </ng-container>
    </dd>`,
  styles: `
    /* So that nothing moves when the words arrive. */
    dd {
      min-height: calc(3lh + 2 * var(--s-6));
    }
  `,
})
export class OrderLane {
  readonly brand = input.required<string>({ alias: 'tbOrderLane' });
  protected readonly lane = computed(() => laneOf(this.brand()));
}
