import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { KeyRotation } from '@toonbank/keys/contract';
import { Formats, Now } from '@toonbank/ui/look';
import { Note } from '@toonbank/ui/states';
import { PairFacts } from './pair-facts';
import { isKeyUnseen } from './proof-words';
import type { Days } from './traffic-sums';

/** The pair that goes: what still comes under it, and how long it has been quiet. */
@Component({
  selector: 'tb-old-pair',
  imports: [TranslocoDirective, Note, PairFacts],
  templateUrl: './old-pair.html',
  styleUrl: './old-pair.css',
})
export class OldPair {
  readonly rotation = input.required<KeyRotation>();
  readonly days = input.required<Days>();

  protected readonly formats = inject(Formats);
  private readonly now = inject(Now);
  protected readonly pair = computed(() => this.rotation().old);
  /** Nothing shows yet that the bank signs with the new key. */
  protected readonly isUnseen = computed(() => isKeyUnseen(this.rotation()));
  /** How long it has been quiet and how long it has to be, in milliseconds. */
  protected readonly quiet = computed(() => {
    const { drop } = this.rotation();
    if (!drop) return undefined;
    const neededMs = drop.quietHours * 3_600_000;
    const sinceMs = Math.max(0, this.now.ms() - Date.parse(drop.quietSince));
    return { sinceMs, neededMs, doneMs: Math.min(sinceMs, neededMs), ...drop };
  });
}
