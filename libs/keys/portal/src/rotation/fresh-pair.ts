import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { KeyRotation } from '@toonbank/keys/contract';
import { Moment } from '@toonbank/ui/figures';
import { Note } from '@toonbank/ui/states';
import { PairFacts } from './pair-facts';
import { freshWord, isKeyUnseen } from './proof-words';
import type { Days } from './traffic-sums';

/** The pair that comes: what proved it, and what comes under it already. */
@Component({
  selector: 'tb-fresh-pair',
  imports: [TranslocoDirective, Moment, Note, PairFacts],
  templateUrl: './fresh-pair.html',
  styles: ':host { display: block; }',
})
export class FreshPair {
  readonly rotation = input.required<KeyRotation>();
  readonly days = input.required<Days>();

  protected readonly pair = computed(() => this.rotation().fresh);
  protected readonly word = computed(() => freshWord(this.rotation()));
  protected readonly isUnseen = computed(() => isKeyUnseen(this.rotation()));
}
