import * as z from 'zod';

/** How far the renewal of the bank's keys of a webshop is. */
export const RotationState = z.enum(['staged', 'dual', 'cut-over', 'retired', 'abandoned']);
export type RotationState = z.infer<typeof RotationState>;
