import { DOCUMENT } from '@angular/common';
import { computed, effect, inject } from '@angular/core';

const secondMs = 1_000;
/** Of what changes on its own account, when somebody else does something or a minute has passed. */
export const calmMs = 5 * secondMs;
/** Well below what ends a session that nobody uses: reading again must not keep one alive by itself. */
const unattendedMs = 5 * 60 * secondMs;
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'visibilitychange'];

/**
 * Reads again for as long as something moves, each second unless told otherwise: a file being made
 * ends by itself. Not while nobody looks, nor once nobody has touched the page for a while: a screen
 * that was left open would else stay signed in for ever. Needs an injection context.
 */
export function whileLive(
  isLive: () => boolean,
  read: { reload(): unknown },
  everyMs = secondMs,
): void {
  const page = inject(DOCUMENT);
  // Most say it by looking at what was read: each answer would else begin to count from the start.
  const live = computed(isLive);
  effect((onCleanup) => {
    if (!live()) return;
    let touchedAt = performance.now();
    const isAttended = () => performance.now() - touchedAt < unattendedMs;
    const again = () => {
      if (!page.hidden && isAttended()) read.reload();
    };
    const touch = () => {
      const wasAttended = isAttended();
      touchedAt = performance.now();
      if (!wasAttended) again();
    };
    for (const sign of signsOfLife) page.addEventListener(sign, touch, { passive: true });
    const timer = setInterval(again, everyMs);
    onCleanup(() => {
      clearInterval(timer);
      for (const sign of signsOfLife) page.removeEventListener(sign, touch);
    });
  });
}

/** For what is read again and again: the same once more draws nothing anew. */
export function sameAnswer(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
