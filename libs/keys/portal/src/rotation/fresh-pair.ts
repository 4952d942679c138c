import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { KeyRotation } from '@toonbank/keys/contract';
import { Moment } from '@toonbank/ui/figures';
import { Formats, StatusChip } from '@toonbank/ui/look';
import { Note } from '@toonbank/ui/states';
import { KeyExpiry } from '../key-expiry';
import { stateLooks } from '../key-states';
import type { Days } from './traffic-sums';

/** The pair that comes: what proved it, and what comes under it already. */
@Component({
  selector: 'tb-fresh-pair',
  imports: [TranslocoDirective, KeyExpiry, Moment, Note, StatusChip],
  templateUrl: './fresh-pair.html',
  styleUrl: './pair.css',
})
export class FreshPair {
  readonly rotation = input.required<KeyRotation>();
  readonly days = input.required<Days>();

  protected readonly formats = inject(Formats);
  protected readonly pair = computed(() => this.rotation().fresh);
  protected readonly look = computed(() => stateLooks[this.pair().state]);
}
