import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, type TemplateRef } from '@angular/core';
import { Moment } from '../figures/moment';
import { Formats } from '../look/formats';
import { Icon, type IconName } from '../look/icon';
import type { Tone } from '../look/status-chip';

export interface TimelineItem {
  readonly id: string;
  /** ISO 8601 */
  readonly at: string;
  readonly icon: IconName;
  readonly tone: Tone;
  readonly what: string;
  readonly who: string;
  readonly more?: string;
}

interface Day {
  readonly name: string;
  readonly items: readonly TimelineItem[];
}

/**
 * What happened, in order, to the millisecond: what, who, more. `open` is a template that gets the item
 * and may show beneath it what was said word for word.
 */
@Component({
  selector: 'tb-timeline',
  imports: [NgTemplateOutlet, Icon, Moment],
  template: `<ol>
    @for (day of days(); track day.name) {
      <li class="day">{{ day.name }}</li>
      @for (item of day.items; track item.id) {
        <li [class]="item.tone">
          <tb-moment [at]="item.at" form="ms" />
          <span class="glyph"><tb-icon [name]="item.icon" [size]="14" /></span>
          <div>
            <b>{{ item.what }}</b> <span class="who">{{ item.who }}</span>
            @if (item.more) {
              <p>{{ item.more }}</p>
            }
            @if (open(); as template) {
              <ng-container *ngTemplateOutlet="template; context: { $implicit: item }" />
            }
          </div>
        </li>
      }
    }
  </ol>`,
  styleUrl: './timeline.css',
})
export class Timeline {
  readonly items = input.required<readonly TimelineItem[]>();
  readonly open = input<TemplateRef<{ $implicit: TimelineItem }>>();

  private readonly formats = inject(Formats);
  protected readonly days = computed<readonly Day[]>(() => {
    const days: { name: string; items: TimelineItem[] }[] = [];
    for (const item of this.items()) {
      const name = this.formats.dayHeading(item.at);
      if (days.at(-1)?.name !== name) days.push({ name, items: [] });
      days.at(-1)!.items.push(item);
    }
    return days;
  });
}
