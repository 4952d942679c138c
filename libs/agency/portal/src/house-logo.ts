import { Component, computed, input } from '@angular/core';

/**
 * The agency's mark: its logo, or its initials on its colour. Takes the same room either way, so
 * nothing moves when it arrives. Reads `--house` and `--on-house`.
 */
@Component({
  selector: 'tb-house-logo',
  template: `@if (logoUrl(); as source) {
      <img [src]="source" [alt]="name()" />
    } @else {
      <span aria-hidden="true">{{ initials() }}</span>
    }`,
  styles: `
    :host {
      display: grid;
      flex: none;
      width: 3rem;
      height: 2rem;
    }
    img {
      width: 100%;
      height: 100%;
      min-height: 0;
      object-fit: contain;
    }
    span {
      display: grid;
      place-items: center;
      border-radius: var(--r-2);
      background: var(--house, var(--accent));
      color: var(--on-house, var(--on-accent));
      font-size: var(--t-13);
      font-weight: var(--w-head);
    }
  `,
})
export class HouseLogo {
  readonly name = input.required<string>();
  readonly logoUrl = input.required<string | null>();
  protected readonly initials = computed(() =>
    this.name()
      .split(/\s+/)
      .map((word) => word.charAt(0))
      .join('')
      .slice(0, 2)
      .toUpperCase(),
  );
}
