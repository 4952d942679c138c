import { Component, input } from '@angular/core';

/** The mark and the name. */
@Component({
  selector: 'tb-brand',
  template: `<svg
      [attr.width]="size()"
      [attr.height]="size()"
      viewBox="0 0 22 22"
      aria-hidden="true"
    >
      <path fill="currentColor" d="M1 4.5h20v4H1z" />
      <path fill="currentColor" d="M4 10.5h14v8H4z" opacity=".38" />
      <path fill="currentColor" d="M9.25 10.5h3.5v8h-3.5z" />
    </svg>
    <span class="name">Toonbank</span>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--s-8);
      font-size: var(--t-16);
      font-weight: var(--w-head);
      letter-spacing: -0.02em;
    }
    svg {
      color: var(--accent);
    }
  `,
})
export class Brand {
  readonly size = input(22);
}
