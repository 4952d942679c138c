import { Component, computed, input } from '@angular/core';

/**
 * Stands where rows will stand, as high as they will be, so that nothing jumps when they come. Seen
 * only when the answer takes longer than a fifth of a second.
 */
@Component({
  selector: 'tb-skeleton',
  template: `@for (row of all(); track row) {
    <span></span>
  }`,
  host: { role: 'status', '[attr.aria-label]': 'label()' },
  styles: `
    :host {
      display: grid;
    }
    span {
      display: flex;
      align-items: center;
      height: var(--row);
      border-bottom: 1px solid var(--rule);
    }
    span::before {
      content: '';
      width: 60%;
      height: 0.75rem;
      border-radius: var(--r-1);
      background: var(--rule);
      opacity: 0;
      animation: appear var(--mid) 200ms forwards;
    }
    span:nth-child(3n)::before {
      width: 45%;
    }
    span:nth-child(3n + 1)::before {
      width: 72%;
    }
    @keyframes appear {
      to {
        opacity: 1;
      }
    }
  `,
})
export class Skeleton {
  readonly rows = input(8);
  /** What is being fetched, for screen readers. */
  readonly label = input.required<string>();

  protected readonly all = computed(() => Array.from({ length: this.rows() }, (_, row) => row));
}
