import { computed, Directive, inject, InjectionToken, type Signal } from '@angular/core';

/** What a control must know of the field it stands in. */
export interface FieldAround {
  readonly isFaulty: Signal<boolean>;
  readonly hint: Signal<string | undefined>;
}

export const fieldAround = new InjectionToken<FieldAround>('field around');

let next = 0;

/** The control inside a `tb-field`: tells screen readers of its hint and its fault. */
@Directive({
  selector: '[tbControl]',
  host: {
    class: 'inp',
    '[id]': 'id',
    '[attr.aria-invalid]': 'field?.isFaulty() || null',
    '[attr.aria-describedby]': 'described()',
  },
})
export class Control {
  readonly id = `tb-control-${next++}`;
  protected readonly field = inject(fieldAround, { optional: true });
  protected readonly described = computed(() => {
    const parts = [
      this.field?.hint() && `${this.id}-hint`,
      this.field?.isFaulty() && `${this.id}-fault`,
    ].filter(Boolean);
    return parts.join(' ') || null;
  });
}
