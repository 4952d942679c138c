import { DOCUMENT } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';

/**
 * Whether something is being pressed: from the moment a finger or a mouse button goes down until what
 * the press does has been done. What appears meanwhile moves the pressed thing away, and the press is
 * lost.
 */
@Injectable({ providedIn: 'root' })
export class Press {
  private readonly down = signal(false);
  readonly isDown = this.down.asReadonly();

  constructor() {
    const window = inject(DOCUMENT).defaultView!;
    const always = { capture: true, passive: true };
    // The click comes right after it is let go.
    const letGo = () => setTimeout(() => this.down.set(false));
    window.addEventListener('pointerdown', () => this.down.set(true), always);
    for (const end of ['pointerup', 'pointercancel', 'keydown'] as const) {
      window.addEventListener(end, letGo, always);
    }
    // Let go over another window. Not captured: that would be the blur of every field.
    window.addEventListener('blur', letGo);
  }
}
