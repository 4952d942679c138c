import { LiveAnnouncer } from '@angular/cdk/a11y';
import type { Injector } from '@angular/core';

export function announce(injector: Injector, text: string): Promise<void> {
  return injector.get(LiveAnnouncer).announce(text);
}
