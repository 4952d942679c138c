import type * as z from 'zod';

/** A kind of job: the queue it waits in and what it may carry (ids only). */
export interface JobKind<T extends object> {
  readonly queue: string;
  readonly data: z.ZodType<T>;
}

/** A job is a hint: a row says what is to be done, and a sweep finds the row if the job is lost. */
export function job<T extends object>(queue: string, data: z.ZodType<T>): JobKind<T> {
  return { queue, data };
}
