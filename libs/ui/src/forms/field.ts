import { Component, computed, contentChild, input } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { Icon } from '../look/icon';
import { Control, type FieldAround, fieldAround } from './control';

/**
 * A labelled control: the label above, the hint and the fault below. What is wrong is said in the
 * page's own words (`fault`); what only the server knows, in the server's. Only optional fields are
 * marked. The control inside carries `tbControl`.
 */
@Component({
  selector: 'tb-field',
  imports: [Icon],
  providers: [{ provide: fieldAround, useExisting: Field }],
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
    @if (said(); as text) {
      <p class="err" [id]="id() + '-fault'" [attr.lang]="isEnglish() ? 'en' : null">
        <tb-icon name="triangle-alert" [size]="14" /><span>{{ text }}</span>
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
  /** Said instead when the server refused it by a code for which the page has words. */
  readonly refused = input<string>();
  /** The word that marks a field which may stay empty. */
  readonly optional = input<string>();

  private readonly control = contentChild.required(Control);
  readonly id = computed(() => this.control().id);
  private readonly errors = computed(() => {
    const state = this.of()();
    return state.touched() ? state.errors() : [];
  });
  readonly isFaulty = computed(() => this.errors().length > 0);
  private readonly fromServer = computed(() => this.errors().find(({ kind }) => kind === 'server'));
  protected readonly said = computed(() => {
    if (!this.isFaulty()) return undefined;
    const fromServer = this.fromServer();
    return fromServer?.message ?? ((fromServer && this.refused()) || this.fault());
  });
  protected readonly isEnglish = computed(() => this.fromServer()?.message !== undefined);
}
