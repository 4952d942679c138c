import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { RevealedKey, RevealKey } from '@toonbank/keys/contract';
import type { Id } from '@toonbank/primitives';

/** A key of the bank: which of the two, of which pair. */
export interface ShownOf {
  readonly pair: Id;
  readonly key: RevealKey['key'];
}

interface Shown extends ShownOf {
  readonly value: string;
  readonly secondsLeft: number;
}

/**
 * A key that is on the screen now, for as many seconds as the server says. Nothing of it is left when
 * they have passed, the page is left or somebody turns to another window. Provide it at the component
 * that shows the key.
 */
@Injectable()
export class ShownKey {
  private readonly page = inject(DOCUMENT);
  private readonly shown = signal<Shown | undefined>(undefined);
  private timer?: ReturnType<typeof setInterval>;
  private isLeft = false;
  readonly secondsLeft = computed(() => this.shown()?.secondsLeft);

  constructor() {
    const hide = () => this.hide();
    const view = this.page.defaultView;
    view?.addEventListener('blur', hide);
    this.page.addEventListener('visibilitychange', hide);
    inject(DestroyRef).onDestroy(() => {
      this.isLeft = true;
      hide();
      view?.removeEventListener('blur', hide);
      this.page.removeEventListener('visibilitychange', hide);
    });
  }

  /** Of another pair nothing, also where the page stayed and the webshop on it changed. */
  valueOf({ pair, key }: ShownOf): string | undefined {
    const shown = this.shown();
    return shown?.key === key && shown.pair === pair ? shown.value : undefined;
  }

  /** An answer that comes when the page was left is dropped. */
  show(of: ShownOf, { value, hideAfterSeconds }: RevealedKey): void {
    this.hide();
    if (this.isLeft) return;
    this.shown.set({ ...of, value, secondsLeft: hideAfterSeconds });
    const end = performance.now() + hideAfterSeconds * 1_000;
    this.timer = setInterval(() => {
      const secondsLeft = Math.ceil((end - performance.now()) / 1_000);
      if (secondsLeft <= 0) this.hide();
      else this.shown.update((shown) => shown && { ...shown, secondsLeft });
    }, 500);
  }

  hide(): void {
    clearInterval(this.timer);
    this.shown.set(undefined);
  }
}
