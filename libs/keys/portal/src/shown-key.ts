import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { RevealedKey, RevealKey } from '@toonbank/keys/contract';

type Which = RevealKey['key'];

interface Shown {
  readonly key: Which;
  readonly value: string;
  readonly secondsLeft: number;
}

/**
 * A key that is on the screen now, for as many seconds as the server says. Nothing of it is left when
 * they have passed or the page is left. Provide it at the component that shows the key.
 */
@Injectable()
export class ShownKey {
  private readonly shown = signal<Shown | undefined>(undefined);
  private timer?: ReturnType<typeof setInterval>;
  readonly secondsLeft = computed(() => this.shown()?.secondsLeft);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.hide());
  }

  valueOf(key: Which): string | undefined {
    const shown = this.shown();
    return shown?.key === key ? shown.value : undefined;
  }

  show(key: Which, { value, hideAfterSeconds }: RevealedKey): void {
    this.hide();
    this.shown.set({ key, value, secondsLeft: hideAfterSeconds });
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
