import { effect } from '@angular/core';

const everyMs = 1_000;

/**
 * Reads again each second for as long as something moves: a file being made ends by itself. Not while
 * nobody looks. Needs an injection context.
 */
export function whileLive(isLive: () => boolean, read: { reload(): boolean }): void {
  effect((onCleanup) => {
    if (!isLive()) return;
    const timer = setInterval(() => {
      if (!document.hidden) read.reload();
    }, everyMs);
    onCleanup(() => clearInterval(timer));
  });
}
