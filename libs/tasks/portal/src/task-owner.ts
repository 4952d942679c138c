import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';
import type { Colleague, Task } from '@toonbank/tasks/contract';

/** Who has a task, with the acts of taking it, handing it over and putting it back. */
@Component({
  selector: 'tb-task-owner',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'tasks'">
    @if (isGiving()) {
      <form (submit)="$event.preventDefault(); given.emit(chosen())">
        <label class="sr" [attr.for]="'to-' + task().id">{{ t('giveTo', { task: what() }) }}</label>
        <select
          [id]="'to-' + task().id"
          (change)="choose($event)"
          (keydown.escape)="asked.emit(false)"
        >
          @for (colleague of colleagues(); track colleague.id) {
            <option [value]="colleague.id" [selected]="colleague.id === chosen()">
              {{ colleague.email }}
            </option>
          }
        </select>
        <button class="btn sm" type="submit">{{ t('give') }}</button>
        <button class="btn ghost sm" type="button" (click)="asked.emit(false)">
          {{ t('cancel') }}
        </button>
      </form>
    } @else {
      <span class="who" [class.quiet]="!task().owner">{{ name() ?? t('nobody') }}</span>
      <span class="acts">
        @if (isMine()) {
          <button class="btn ghost sm" type="button" (click)="given.emit(null)">
            {{ t('putBack') }}<span class="sr">: {{ what() }}</span>
          </button>
        } @else if (me(); as mine) {
          <button class="btn ghost sm" type="button" (click)="given.emit(mine)">
            {{ t('take') }}<span class="sr">: {{ what() }}</span>
          </button>
        }
        @if (colleagues().length > 1) {
          <button class="btn ghost sm" type="button" (click)="asked.emit(true)">
            {{ t('handOver') }}<span class="sr">: {{ what() }}</span>
          </button>
        }
      </span>
    }
  </ng-container>`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: var(--s-8);
      min-width: 5rem;
      font-size: var(--t-13);
    }
    form,
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-4);
      align-items: center;
    }
    select {
      max-width: 14rem;
    }
    .who {
      overflow-wrap: anywhere;
    }
    .acts {
      font-size: var(--t-12);
    }
  `,
})
export class TaskOwner {
  readonly task = input.required<Task>();
  /** The task in words, for who does not see the row. */
  readonly what = input.required<string>();
  readonly me = input.required<Id | undefined>();
  readonly colleagues = input.required<readonly Colleague[]>();
  readonly isGiving = input.required<boolean>();
  /** That a colleague is to be chosen, or no longer. */
  readonly asked = output<boolean>();
  readonly given = output<Id | null>();

  protected readonly isMine = computed(() => this.task().owner?.id === this.me());
  protected readonly name = computed(() => this.task().owner?.email);
  protected readonly chosen = linkedSignal<Id | null>(() => {
    const others = this.colleagues().filter(({ id }) => id !== this.task().owner?.id);
    return (others.find(({ id }) => id !== this.me()) ?? others[0])?.id ?? null;
  });

  protected choose(event: Event): void {
    this.chosen.set((event.target as HTMLSelectElement).value);
  }
}
