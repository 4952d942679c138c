import * as z from 'zod';

/** Whether the old pair can be destroyed without losing a message. */
export const DropVerdict = z
  .object({
    isSafe: z.boolean(),
    quietSince: z.iso
      .datetime()
      .describe('The later of when it was replaced and the last message under the old key'),
    safeAt: z.iso.datetime().describe('When it has been quiet long enough, if it stays quiet'),
    quietHours: z.int().min(1),
    waitingOrders: z
      .int()
      .min(0)
      .describe('Open orders announced before it was replaced, counted to a hundred'),
  })
  .meta({ id: 'DropVerdict' });
export type DropVerdict = z.infer<typeof DropVerdict>;
