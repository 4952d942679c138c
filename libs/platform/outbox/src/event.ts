import type * as z from 'zod';

/** A kind of event: its name in the past tense and the shape of what it carries. */
export interface EventType<T extends Record<string, unknown>> {
  readonly type: string;
  readonly payload: z.ZodType<T>;
  /** Rooms hear it (`@Hears`); else it is only read by who follows the outbox. */
  readonly isHeard: boolean;
}

export function eventType<T extends Record<string, unknown>>(
  type: string,
  payload: z.ZodType<T>,
): EventType<T> {
  return { type, payload, isHeard: false };
}

/** The same for an event that the relay brings to every room that hears it. */
export function heardEvent<T extends Record<string, unknown>>(
  type: string,
  payload: z.ZodType<T>,
): EventType<T> {
  return { type, payload, isHeard: true };
}
