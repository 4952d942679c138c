import * as z from 'zod';

/** The answer to a refresh: an access token and how long it lives. */
export const RefreshAnswer = z.looseObject({
  token: z.string().min(1),
  validUntil: z.string(),
  durationInMillis: z.coerce.number().int().positive(),
});
export type RefreshAnswer = z.infer<typeof RefreshAnswer>;
