import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import { createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { DestroyRef, effect, inject, Injectable, Injector, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { SessionApi } from '@toonbank/access/portal';
import type { Environment, Id } from '@toonbank/primitives';
import { map } from 'rxjs';

/** What asks for the dialog in the address of an order: it can be linked to, and left by going back. */
const asked = 'give';

/**
 * In the middle when its data is there, from the same line on before: a dialog that is centred anew
 * moves all of itself with each line that comes.
 */
const top = 'max(1rem, 50vh - 24.5rem)';

/** In the place of the question: going back leads to the order, not to asking again. */
const instead = { replaceUrl: true } as const;

export interface OrderAtHand {
  readonly environment: Signal<Environment>;
  readonly order: Signal<Id>;
}

/** The dialog to give back, over the page of an order, for as long as the address asks for it. */
@Injectable()
export class Giving {
  private readonly dialogs = inject(Dialog);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly mayGive = inject(SessionApi).has('refunds:request');
  private readonly isAsked = toSignal(this.route.queryParamMap.pipe(map((all) => all.has(asked))));
  private open: DialogRef<Id> | undefined;
  private isGone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      this.open?.close();
    });
  }

  /** Call it where the component is made. */
  attend(at: OrderAtHand): void {
    effect(() => {
      if (!this.isAsked()) this.open?.close();
      else if (this.mayGive && !this.open) void this.give(at.environment(), at.order());
    });
  }

  private async give(environment: Environment, order: Id): Promise<void> {
    const { GiveDialog } = await import('./give-dialog');
    // Left while it was fetched, or asked for twice.
    if (this.isGone || this.open || !this.isAsked()) return;
    const open = this.dialogs.open<Id, Id>(GiveDialog, {
      ...{ data: order, restoreFocus: true, closeOnNavigation: false },
      positionStrategy: createGlobalPositionStrategy(this.injector).centerHorizontally().top(top),
    });
    this.open = open;
    open.closed.subscribe((made) => {
      this.open = undefined;
      if (made) void this.router.navigate(['/', environment, 'refunds', made], instead);
      else if (!this.isGone && this.isAsked()) void this.unask();
    });
  }

  private unask(): Promise<boolean> {
    const without = { queryParams: { [asked]: null }, queryParamsHandling: 'merge' } as const;
    return this.router.navigate([], { relativeTo: this.route, ...without, ...instead });
  }
}
