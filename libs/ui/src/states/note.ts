import { Component, computed, input } from '@angular/core';
import { Icon, type IconName } from '../look/icon';

const icons = {
  plain: 'info',
  info: 'info',
  warn: 'triangle-alert',
  ok: 'circle-check',
} as const satisfies Record<string, IconName>;

/** Something true that a person should know here; it stays as long as it is true. Three lines at most. */
@Component({
  selector: 'tb-note',
  imports: [Icon],
  template: `<tb-icon [name]="glyph()" />
    <div><ng-content /></div>`,
  host: { '[class]': 'tone()' },
  styles: `
    :host {
      display: grid;
      grid-template-columns: 1.25rem minmax(0, 1fr);
      gap: var(--s-2) var(--s-8);
      padding: var(--s-12);
      border-radius: var(--r-2);
      background: var(--mute-tint);
      color: var(--ink);
      font-size: var(--t-13);
    }
    tb-icon {
      margin-top: 0.1rem;
    }
    div {
      display: grid;
      gap: var(--s-4);
      min-width: 0;
    }
    :host(.warn) {
      background: var(--warn-tint);
    }
    :host(.warn) > tb-icon {
      color: var(--warn);
    }
    :host(.info) {
      background: var(--info-tint);
    }
    :host(.info) > tb-icon {
      color: var(--info);
    }
    :host(.ok) {
      background: var(--ok-tint);
    }
    :host(.ok) > tb-icon {
      color: var(--ok);
    }
  `,
})
export class Note {
  readonly tone = input<keyof typeof icons>('plain');
  readonly icon = input<IconName>();

  protected readonly glyph = computed(() => this.icon() ?? icons[this.tone()]);
}
