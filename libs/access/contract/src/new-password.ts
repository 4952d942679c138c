import * as z from 'zod';

export const NewPassword = z
  .string()
  .min(1)
  .max(200)
  .describe('12 characters or more, and not one that many people use');
