import * as z from 'zod';

export const keySettingsPath = 'v1/key-settings';

/** How an agency renews keys. */
export const KeySettings = z
  .strictObject({
    quietHours: z
      .int()
      .min(1)
      .max(168)
      .describe('So long nothing may have come under an old key before it is safe to destroy'),
  })
  .meta({ id: 'KeySettings' });
export type KeySettings = z.infer<typeof KeySettings>;
