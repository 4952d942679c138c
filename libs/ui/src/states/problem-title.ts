import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { KnownProblems, problemWords } from './problem-words';

/** A problem in a few words, where there is no room for all of it: its title, by its code. */
@Component({
  selector: 'tb-problem-title',
  imports: [TranslocoDirective],
  providers: [problemWords],
  template: `<ng-container *transloco="let t; prefix: 'problems'">
    @if (isKnown()) {
      {{ t(code() + '.title') }}
    } @else {
      <span lang="en">{{ title() ?? code() }}</span>
    }
  </ng-container>`,
})
export class ProblemTitle {
  readonly code = input.required<string>();
  /** As the server said it, in English. */
  readonly title = input<string>();

  private readonly problems = inject(KnownProblems);
  protected readonly isKnown = computed(() => this.problems.has(this.code()));
}
