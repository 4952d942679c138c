import * as z from 'zod';

/** In which people read us. */
export const Language = z.enum(['nl', 'en']);
export type Language = z.infer<typeof Language>;
