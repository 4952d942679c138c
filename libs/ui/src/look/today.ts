import { computed, inject, type Signal } from '@angular/core';
import { Formats } from './formats';
import { Now } from './now';

/** The day it is in Dutch time, such as `2026-11-25`. Call it where a component is made. */
export function todayOf(): Signal<string> {
  const formats = inject(Formats);
  const now = inject(Now);
  return computed(() => formats.dayKey(new Date(now.ms()).toISOString()));
}
