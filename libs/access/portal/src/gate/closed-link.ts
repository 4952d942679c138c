import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Note, ProblemPanel, troubleOf } from '@toonbank/ui/states';

/**
 * In the place of what a link would open: why it opens nothing, and inside it a way on. Without an
 * error the link is not in the address any more; it lost nothing by that.
 */
@Component({
  selector: 'tb-closed-link',
  imports: [TranslocoDirective, Note, ProblemPanel],
  template: `<ng-container *transloco="let t; prefix: 'access.link'">
    <h1>{{ title() }}</h1>
    @if (error(); as error) {
      <tb-problem-panel [error]="error" [canRetry]="mayOpenYet()" (again)="again.emit()" />
    } @else {
      <tb-note role="alert">
        <p>{{ t('notInAddress') }}</p>
      </tb-note>
    }
    <ng-content />
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      gap: var(--s-16);
      justify-items: start;
    }
    tb-problem-panel {
      margin: 0;
    }
  `,
})
export class ClosedLink {
  readonly title = input.required<string>();
  readonly error = input<unknown>();
  readonly again = output();

  /** What was refused in words is refused again. */
  protected readonly mayOpenYet = computed(() => troubleOf(this.error()) !== 'refused');
}
