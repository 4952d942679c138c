import { inject, Injectable, Injector } from '@angular/core';

/** Says something to screen readers, politely. What speaks is fetched when it is first needed. */
@Injectable({ providedIn: 'root' })
export class Speaker {
  private readonly injector = inject(Injector);

  async say(text: string): Promise<void> {
    const { announce } = await import('./live-region');
    await announce(this.injector, text);
  }
}
