import * as z from 'zod';

/** Every key, order and notification belongs to exactly one of the two. */
export const Environment = z.enum(['sandbox', 'production']);
export type Environment = z.infer<typeof Environment>;
