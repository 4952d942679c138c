import * as z from 'zod';

/** Any text that a database can keep: PostgreSQL refuses NUL, and so do we, at the door. */
export const Text = z.string().regex(/^[^\u0000]*$/, 'must not hold a NUL character');
