import { Component, input } from '@angular/core';
import { Icon, type IconName } from './icon';

/** How much a state asks for attention: `plain` and `ok` are the ordinary and get no tint. */
export type Tone = 'plain' | 'ok' | 'info' | 'warn' | 'bad';

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
      white-space: nowrap;
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
    :host(.info),
    :host(.warn),
    :host(.bad) {
      padding: 0.15rem var(--s-6);
      margin-inline-start: calc(-1 * var(--s-6));
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
    :host(.big) {
      padding: var(--s-4) var(--s-8);
      margin: 0;
      font-size: var(--t-14);
    }
  `,
})
export class StatusChip {
  readonly icon = input.required<IconName>();
  readonly tone = input.required<Tone>();
  readonly word = input.required<string>();
  readonly big = input(false);
}
