import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Copyable } from '../copying/copyable';
import { Icon, type IconName } from '../look/icon';
import { problemOf, troubleOf } from './problem-of';
import { KnownProblems, problemWords } from './problem-words';
import { waysOn } from './ways-on';

interface Face {
  readonly tone: 'bad' | 'warn' | 'plain';
  readonly icon: IconName;
}

/**
 * What went wrong, what it means and what to do: in the chosen language where we have words for the
 * problem's code, else as the server said it, marked as English. A refusal says below it which field,
 * which code and which request it was; no connection and nothing found are no faults, and look so. At
 * most two ways on: trying again or searching, and what the page puts inside.
 */
@Component({
  selector: 'tb-problem-panel',
  imports: [TranslocoDirective, Copyable, Icon],
  providers: [problemWords],
  template: `<ng-container *transloco="let t; prefix: 'problems'">
    <div class="head">
      <tb-icon [name]="face().icon" [size]="18" />
      <div>
        @if (known(); as code) {
          <p class="title">{{ t(code + '.title') }}</p>
          <p>
            {{
              t(knownProblems.sentence({ code, names: problem()?.names }), problem()?.names ?? {})
            }}
          </p>
        } @else {
          <p class="title" lang="en">{{ problem()?.title }}</p>
          <p lang="en">{{ problem()?.detail }}</p>
        }
      </div>
    </div>
    @if (problem(); as said) {
      <dl class="facts">
        @if (said.path; as path) {
          <div>
            <dt>{{ t('field') }}</dt>
            <dd class="mono">{{ path }}</dd>
          </div>
        }
        <div>
          <dt>{{ t('code') }}</dt>
          <dd class="mono">{{ said.code }}</dd>
        </div>
        @if (said.requestId; as id) {
          <div>
            <dt>{{ t('reference') }}</dt>
            <dd>
              <!-- Most pages never show one: what copies is fetched with the first. -->
              @defer (on immediate) {
                <tb-copyable [value]="id" [what]="t('requestId')" />
              } @placeholder {
                <span class="mono reference">{{ id }}</span>
              } @error {
                <span class="mono reference">{{ id }}</span>
              }
              <span class="quiet">{{ t('quote') }}</span>
            </dd>
          </div>
        }
      </dl>
    }
    <div class="ways">
      @if (isNothing() && ways) {
        <button class="btn sm" type="button" (click)="ways.search()">
          <tb-icon name="search" [size]="14" />{{ t('search') }}
        </button>
      } @else if (canRetry()) {
        <button class="btn sm" type="button" (click)="again.emit()">{{ t('again') }}</button>
      }
      <ng-content />
    </div>
  </ng-container>`,
  host: { role: 'alert', '[class]': 'face().tone' },
  styles: `
    :host {
      display: block;
      max-width: 49rem;
      overflow: hidden;
      border: 1px solid var(--rule-2);
      border-radius: var(--r-3);
      background: var(--mute-tint);
      color: var(--ink);
    }
    /* Its words are still being fetched: no empty frame. */
    :host(:empty) {
      display: none;
    }
    :host(:not(:last-child)) {
      margin-bottom: var(--s-16);
    }
    :host(.warn) {
      border-color: transparent;
      background: var(--warn-tint);
    }
    :host(.bad) {
      border-color: var(--bad);
      background: var(--bg);
    }
    :host(.bad) .head {
      background: var(--bad-tint);
    }
    .head {
      display: flex;
      gap: var(--s-12);
      padding: var(--s-16);
    }
    .head tb-icon {
      margin-top: 0.15rem;
    }
    :host(.bad) .head tb-icon {
      color: var(--bad);
    }
    :host(.warn) .head tb-icon {
      color: var(--warn);
    }
    .head div {
      display: grid;
      gap: var(--s-4);
      min-width: 0;
    }
    p {
      max-width: 60ch;
    }
    .title {
      font-size: var(--t-16);
      font-weight: var(--w-head);
    }
    .facts {
      margin: var(--s-8) var(--s-16) var(--s-16);
    }
    :host(.plain) .facts {
      margin-top: 0;
    }
    :host(.plain) dt,
    :host(.plain) .quiet {
      color: var(--ink-2);
    }
    dd {
      overflow-wrap: anywhere;
    }
    .mono {
      font-size: 0.8125rem;
    }
    tb-copyable,
    .reference {
      margin-inline-end: var(--s-8);
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-8);
      padding: 0 var(--s-16) var(--s-16);
    }
    .ways:not(:has(*)) {
      display: none;
    }
    :host(.bad) .head + .ways {
      padding-top: var(--s-16);
    }
  `,
})
export class ProblemPanel {
  readonly error = input.required<unknown>();
  readonly canRetry = input(false);
  readonly again = output();

  protected readonly knownProblems = inject(KnownProblems);
  protected readonly problem = computed(() => problemOf(this.error()));
  protected readonly ways = inject(waysOn, { optional: true });
  protected readonly isNothing = computed(() => this.problem()?.code === 'not-found');
  protected readonly face = computed<Face>(() => {
    if (troubleOf(this.error()) === 'no-answer') return { tone: 'warn', icon: 'triangle-alert' };
    if (this.isNothing()) return { tone: 'plain', icon: 'circle-question-mark' };
    return { tone: 'bad', icon: 'circle-x' };
  });
  /** The key of our own words for it; undefined when only the server has some. */
  protected readonly known = computed(() => {
    const trouble = troubleOf(this.error());
    if (trouble !== 'refused') return trouble;
    const { code } = this.problem()!;
    return this.knownProblems.has(code) ? code : undefined;
  });
}
