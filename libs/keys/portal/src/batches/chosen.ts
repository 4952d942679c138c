import { Location } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Id } from '@toonbank/primitives';

const mostNamed = 12;

/** Which webshops were chosen by hand, and the way back to choosing by expiry. */
@Component({
  selector: 'tb-chosen',
  imports: [RouterLink, TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'batches'">
    <p>
      <b>{{ t('chosen', { count: ids().length }) }}</b>
    </p>
    @if (hosts().length > 0) {
      <p class="hosts">
        {{ hosts().join(', ') }}{{ left() > 0 ? ', ' + t('chosenMore', { count: left() }) : '' }}
      </p>
    }
    <p class="quiet">{{ t('chosenBarred') }}</p>
    <p>
      <a [routerLink]="[]" [queryParams]="{ webshops: null }" queryParamsHandling="merge">{{
        t('byExpiry')
      }}</a>
    </p>
  </ng-container>`,
  styles: `
    :host {
      display: grid;
      flex: 1 0 100%;
      gap: var(--s-4);
      max-width: 44rem;
      font-size: var(--t-13);
    }
    .hosts {
      overflow-wrap: anywhere;
    }
  `,
})
export class Chosen {
  readonly ids = input.required<readonly Id[]>();

  /** The list that leads here tells their names along; an address that was passed on does not. */
  private readonly known = hostsIn(inject(Location).getState());
  protected readonly hosts = computed(() =>
    this.ids()
      .flatMap((id) => this.known[id] ?? [])
      .slice(0, mostNamed),
  );
  protected readonly left = computed(() => this.ids().length - this.hosts().length);
}

function hostsIn(state: unknown): Readonly<Record<Id, string>> {
  return (state as { hosts?: Record<Id, string> } | null)?.hosts ?? {};
}
