import { Component, computed, input } from '@angular/core';
import { glyphs } from './glyphs';

export type IconName = keyof typeof glyphs;

/** A glyph beside a word; hidden from screen readers, because the word says it. */
@Component({
  selector: 'tb-icon',
  template: `<svg
    [attr.width]="size()"
    [attr.height]="size()"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.85"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path [attr.d]="path()" />
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  readonly size = input(16);

  protected readonly path = computed<string>(() => glyphs[this.name()]);
}
