import { Component, computed, contentChild, inject, input, linkedSignal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../look/icon';
import { KnownProblems, problemWords } from '../states/problem-words';
import { Control, type FieldAround, fieldAround } from './control';
import { Press } from './press';
import { Refusal } from './refusal';

/**
 * A labelled control: the label above, the hint and the fault below. What is wrong is said in the
 * page's own words (`fault`); what only the server knows, in the server's. Only optional fields are
 * marked. The control inside carries `tbControl`.
 */
@Component({
  selector: 'tb-field',
  imports: [TranslocoDirective, Icon],
  providers: [problemWords, { provide: fieldAround, useExisting: Field }],
  template: `<label [attr.for]="id()">
      {{ label() }}
      @if (optional()) {
        <span class="opt">{{ optional() }}</span>
      }
    </label>
    <ng-content />
    @if (hint()) {
      <p class="hint" [id]="id() + '-hint'">{{ hint() }}</p>
    }
    @if (isFaulty()) {
      <p class="err" [id]="id() + '-fault'">
        <tb-icon name="triangle-alert" [size]="14" />
        @if (refusal(); as refused) {
          <ng-container *transloco="let t; prefix: 'problems'">
            @if (knownProblems.has(refused.code)) {
              <span
                >{{ t(refused.code + '.title') }}.
                {{ t(knownProblems.sentence(refused), refused.names ?? {}) }}</span
              >
            } @else {
              <span lang="en">{{ refused.message }}</span>
            }
          </ng-container>
        } @else {
          <span>{{ fault() }}</span>
        }
      </p>
    }`,
  styles: `
    :host {
      display: grid;
      align-content: start;
      gap: var(--s-4);
    }
    label {
      font-size: var(--t-13);
      font-weight: var(--w-mid);
    }
    .opt {
      color: var(--ink-3);
      font-weight: var(--w-body);
    }
    .hint {
      color: var(--ink-3);
      font-size: var(--t-12);
    }
    .err {
      display: flex;
      gap: var(--s-4);
      color: var(--bad);
      font-size: var(--t-12);
    }
  `,
})
export class Field implements FieldAround {
  readonly of = input.required<FieldTree<unknown>>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Said when the value is not right. */
  readonly fault = input.required<string>();
  /** The word that marks a field which may stay empty. */
  readonly optional = input<string>();

  private readonly control = contentChild.required(Control);
  readonly id = computed(() => this.control().id);
  private readonly press = inject(Press);
  private readonly now = computed(() => {
    const state = this.of()();
    return state.touched() ? state.errors() : [];
  });
  /** A field that is left by pressing a button says nothing new until that is let go. */
  private readonly errors = linkedSignal<Held, Held['errors']>({
    source: () => ({ errors: this.now(), isHeld: this.press.isDown() }),
    computation: ({ errors, isHeld }, before) => (isHeld && before ? before.value : errors),
  });
  readonly isFaulty = computed(() => this.errors().length > 0);
  protected readonly knownProblems = inject(KnownProblems);
  /** What the server alone could know; of a schema's refusal the page has better words. */
  protected readonly refusal = computed(() => this.errors().find(isRefusal));
}

interface Held {
  readonly errors: readonly object[];
  readonly isHeld: boolean;
}

function isRefusal(error: object): error is Refusal {
  return error instanceof Refusal && error.code !== 'invalid';
}
