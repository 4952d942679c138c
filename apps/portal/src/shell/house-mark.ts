import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { SessionApi } from '@toonbank/access/portal';

/** The merchant's name, by the mark of the agency that keeps its counter. */
@Component({
  selector: 'tb-house-mark',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'shell'">
    <span class="mark" aria-hidden="true">{{ initials() }}</span>
    <strong>{{ session.place() }}</strong>
  </ng-container>`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--s-12);
      min-width: 0;
    }
    .mark {
      display: grid;
      flex: none;
      place-items: center;
      width: 2rem;
      height: 2rem;
      border-radius: var(--r-2);
      background: var(--accent);
      color: var(--on-accent);
      font-size: var(--t-13);
      font-weight: var(--w-head);
    }
    strong {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `,
})
export class HouseMark {
  protected readonly session = inject(SessionApi);
  protected readonly initials = computed(() =>
    this.session
      .place()
      .split(/\s+/)
      .map((word) => word.charAt(0))
      .join('')
      .slice(0, 2)
      .toUpperCase(),
  );
}
