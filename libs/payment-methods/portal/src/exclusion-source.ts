import { Component, computed, input } from '@angular/core';

/** Who says that a group is excluded: a link where it is one. */
@Component({
  selector: 'tb-exclusion-source',
  template: `@if (isLink()) {
      <a [href]="source()" target="_blank" rel="noopener noreferrer">{{ source() }}</a>
    } @else {
      {{ source() }}
    }`,
  styles: `
    :host {
      overflow-wrap: anywhere;
    }
    /* In the header of a row, too, where links are plain. */
    :host a {
      color: var(--accent);
      font-weight: inherit;
      text-decoration: underline;
    }
  `,
})
export class ExclusionSource {
  readonly source = input.required<string>();

  protected readonly isLink = computed(
    () => /^https?:\/\/\S+$/i.test(this.source()) && URL.canParse(this.source()),
  );
}
