import { Component, input } from '@angular/core';

/** What will stand here, what is missing for it, and the one next step as content. No illustration. */
@Component({
  selector: 'tb-empty',
  template: `<h2>{{ title() }}</h2>
    @if (more(); as text) {
      <p>{{ text }}</p>
    }
    <ng-content />`,
  styles: `
    :host {
      display: grid;
      justify-items: start;
      gap: var(--s-12);
      max-width: 40rem;
      padding-block: var(--s-32);
    }
    h2 {
      font-size: var(--t-20);
      letter-spacing: -0.01em;
    }
    p {
      color: var(--ink-2);
    }
  `,
})
export class Empty {
  readonly title = input.required<string>();
  readonly more = input<string>();
}
