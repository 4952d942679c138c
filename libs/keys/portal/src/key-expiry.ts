import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Moment } from '@toonbank/ui/figures';
import { Now } from '@toonbank/ui/look';
import { expiryWord } from './expiry-word';
import { expiryTone } from './key-states';

/** When a key runs out, and in how many days. */
@Component({
  selector: 'tb-key-expiry',
  imports: [TranslocoDirective, Moment],
  template: `<ng-container *transloco="let t; prefix: 'keys'">
    @if (at(); as moment) {
      <tb-moment [at]="moment" form="date" />&ngsp;<span [class]="tone()">{{
        t(said().word, said())
      }}</span>
    } @else {
      {{ t('expiryUnknown') }}
    }
  </ng-container>`,
  styles: `
    .plain {
      color: var(--ink-3);
    }
    .warn {
      color: var(--warn);
      font-weight: var(--w-mid);
    }
    .bad {
      color: var(--bad);
      font-weight: var(--w-mid);
    }
  `,
})
export class KeyExpiry {
  readonly at = input.required<string | null>();
  readonly daysLeft = input.required<number | null>();

  protected readonly tone = computed(() => expiryTone(this.daysLeft()));
  private readonly now = inject(Now);
  protected readonly said = computed(() =>
    expiryWord({ at: this.at(), daysLeft: this.daysLeft() }, this.now.ms()),
  );
}
