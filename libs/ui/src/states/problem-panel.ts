import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Copyable } from '../figures/copyable';
import { Icon } from '../look/icon';
import { problemOf, troubleOf } from './problem-of';
import { KnownProblems, problemWords } from './problem-words';

/**
 * What went wrong, what it means and what to do: in the chosen language where we have words for the
 * problem's code, else as the server said it, marked as English. With the request's id to copy, and at
 * most two ways on: trying again, and what the page puts inside.
 */
@Component({
  selector: 'tb-problem-panel',
  imports: [TranslocoDirective, Copyable, Icon],
  providers: [problemWords],
  template: `<ng-container *transloco="let t; prefix: 'problems'">
    <tb-icon name="triangle-alert" />
    <div>
      @if (known(); as code) {
        <p class="title">{{ t(code + '.title') }}</p>
        <p>{{ t(code + '.detail') }}</p>
      } @else {
        <p class="title" lang="en">{{ problem()?.title }}</p>
        <p lang="en">{{ problem()?.detail }}</p>
      }
      @if (problem(); as said) {
        <p class="meta">
          {{ said.code }}
          @if (said.requestId) {
            · <tb-copyable [value]="said.requestId" [what]="t('requestId')" [short]="true" />
          }
        </p>
      }
      <div class="ways">
        @if (canRetry()) {
          <button class="btn sm" type="button" (click)="again.emit()">{{ t('again') }}</button>
        }
        <ng-content />
      </div>
    </div>
  </ng-container>`,
  host: { role: 'alert' },
  styles: `
    :host {
      display: flex;
      gap: var(--s-12);
      padding: var(--s-12) var(--s-16);
      border: 1px solid var(--bad);
      border-radius: var(--r-3);
      background: var(--bad-tint);
      color: var(--ink);
      font-size: var(--t-13);
    }
    :host(:not(:last-child)) {
      margin-bottom: var(--s-16);
    }
    tb-icon {
      margin-top: 0.1rem;
      color: var(--bad);
    }
    div {
      display: grid;
      gap: var(--s-4);
      min-width: 0;
    }
    p {
      max-width: 66ch;
    }
    .title {
      font-weight: var(--w-head);
    }
    .meta {
      color: var(--ink-2);
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-8);
    }
    .ways:empty {
      display: none;
    }
  `,
})
export class ProblemPanel {
  readonly error = input.required<unknown>();
  readonly canRetry = input(false);
  readonly again = output();

  private readonly knownProblems = inject(KnownProblems);
  protected readonly problem = computed(() => problemOf(this.error()));
  /** The key of our own words for it; undefined when only the server has some. */
  protected readonly known = computed(() => {
    const trouble = troubleOf(this.error());
    if (trouble !== 'refused') return trouble;
    const { code } = this.problem()!;
    return this.knownProblems.has(code) ? code : undefined;
  });
}
