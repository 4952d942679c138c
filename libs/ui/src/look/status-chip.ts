import { Component, input } from '@angular/core';
import { Icon, type IconName } from './icon';

/**
 * How much a state asks for attention. `plain` and `ok` are the ordinary and get no tint; `done` is an
 * `ok` that is news.
 */
export type Tone = 'plain' | 'ok' | 'done' | 'mute' | 'info' | 'warn' | 'bad';

/** How one state looks; its word comes from a dictionary. */
export interface StateLook {
  readonly icon: IconName;
  readonly tone: Tone;
}

/** A state: glyph and word, tinted only when it is not the ordinary. Never clickable. */
@Component({
  selector: 'tb-status-chip',
  imports: [Icon],
  template: `<tb-icon [name]="icon()" [size]="14" /><span>{{ word() }}</span>`,
  host: { '[class]': 'tone()', '[class.big]': 'big()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--s-6);
      width: fit-content;
      font-size: var(--t-13);
      font-weight: var(--w-mid);
      line-height: 1.25;
      letter-spacing: 0;
      border-radius: var(--r-1);
    }
    :host(.ok) {
      color: var(--ink);
      font-weight: var(--w-body);
    }
    :host(.ok) tb-icon {
      color: var(--ok);
    }
    :host(.plain) {
      color: var(--ink-2);
      font-weight: var(--w-body);
    }
    :host(.plain) tb-icon {
      color: var(--ink-3);
    }
    :host(.mute),
    :host(.info),
    :host(.warn),
    :host(.bad),
    :host(.done) {
      padding: 0.15rem var(--s-6);
      margin-inline-start: calc(-1 * var(--s-6));
    }
    :host(.mute) {
      color: var(--mute);
      background: var(--mute-tint);
    }
    :host(.info) {
      color: var(--info);
      background: var(--info-tint);
    }
    :host(.warn) {
      color: var(--warn);
      background: var(--warn-tint);
    }
    :host(.bad) {
      color: var(--bad);
      background: var(--bad-tint);
    }
    :host(.done),
    :host(.ok.big) {
      color: var(--ok);
      background: var(--ok-tint);
    }
    :host(.big) {
      padding: var(--s-4) var(--s-8);
      margin: 0;
      font-size: var(--t-14);
      font-weight: var(--w-mid);
    }
    @media (forced-colors: active) {
      :host {
        border: 1px solid;
      }
    }
  `,
})
export class StatusChip {
  readonly icon = input.required<IconName>();
  readonly tone = input.required<Tone>();
  readonly word = input.required<string>();
  readonly big = input(false);
}
