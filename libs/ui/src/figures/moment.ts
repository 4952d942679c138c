import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../look/formats';
import { Now } from '../look/now';

const dayMs = 24 * 3_600_000;

/**
 * A moment, as near as the place needs it; the full form with seconds and zone is its title. `near`
 * adds how long ago it is while that is less than a day.
 */
@Component({
  selector: 'tb-moment',
  template: `<time [attr.datetime]="at()" [title]="formats.full(at())">{{ text() }}</time>`,
})
export class Moment {
  /** ISO 8601 */
  readonly at = input.required<string>();
  readonly form = input<'near' | 'short' | 'time' | 'ms' | 'date' | 'relative'>('near');

  protected readonly formats = inject(Formats);
  private readonly now = inject(Now);
  protected readonly text = computed(() => {
    const at = this.at();
    switch (this.form()) {
      case 'time':
        return this.formats.time(at);
      case 'ms':
        return this.formats.timeToTheMs(at);
      case 'date':
        return this.formats.date(at);
      case 'short':
        return this.formats.short(at);
      case 'relative':
        return this.formats.relative(at);
      case 'near': {
        const short = this.formats.short(at);
        const isNear = Math.abs(new Date(at).getTime() - this.now.ms()) < dayMs;
        return isNear ? `${short}, ${this.formats.relative(at)}` : short;
      }
    }
  });
}
