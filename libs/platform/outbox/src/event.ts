import type * as z from 'zod';

/** A kind of event: its name in the past tense and the shape of what it carries. */
export interface EventType<T extends Record<string, unknown>> {
  readonly type: string;
  readonly payload: z.ZodType<T>;
}

export function eventType<T extends Record<string, unknown>>(
  type: string,
  payload: z.ZodType<T>,
): EventType<T> {
  return { type, payload };
}
