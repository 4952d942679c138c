import * as z from 'zod';

/** What people call a thing. One line: control characters are refused (PostgreSQL can't store a NUL). */
export const Name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u, 'must be one line of text')
  .describe('1 to 100 characters, one line');
export type Name = z.infer<typeof Name>;
