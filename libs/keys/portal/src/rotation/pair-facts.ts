import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { KeyVersion } from '@toonbank/keys/contract';
import { Moment } from '@toonbank/ui/figures';
import { Formats, StatusChip } from '@toonbank/ui/look';
import { KeyExpiry } from '../key-expiry';
import { stateLooks } from '../key-states';
import type { Days } from './traffic-sums';

/** What is to be said of either pair: its state, what comes under it, until when. More facts go inside. */
@Component({
  selector: 'tb-pair-facts',
  imports: [TranslocoDirective, KeyExpiry, Moment, StatusChip],
  templateUrl: './pair-facts.html',
  styles: `
    :host {
      display: block;
    }
    .sec-h tb-status-chip {
      margin-inline-start: auto;
    }
  `,
})
export class PairFacts {
  readonly title = input.required<string>();
  readonly pair = input.required<KeyVersion>();
  /** Which word says how it is, where that is not its state. */
  readonly word = input<string>();
  readonly days = input.required<Days>();

  protected readonly formats = inject(Formats);
  protected readonly look = computed(() => stateLooks[this.pair().state]);
}
