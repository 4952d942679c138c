import * as z from 'zod';

/** What a mail says, in the words of the room that writes it; how it looks is decided when it is sent. */
export const Letter = z.object({
  language: z.enum(['nl', 'en']),
  /** On whose behalf it comes: the name of an agency or a merchant. Null: Toonbank's own. */
  onBehalfOf: z.string().nullable(),
  subject: z.string().min(1),
  paragraphs: z.array(z.string().min(1)).min(1),
  /** What it is about one by one, each with its address: below the paragraphs. */
  list: z
    .array(
      z.object({
        word: z.string().min(1),
        url: z.url({ protocol: /^https?$/ }),
        says: z.string().min(1).nullable(),
      }),
    )
    .optional(),
  /** The one thing to press. The text version has the address below the word. */
  act: z.object({ word: z.string().min(1), url: z.url({ protocol: /^https?$/ }) }).nullable(),
  /** Below the act, smaller: until when it works, what to do if it was not for you. */
  remarks: z.array(z.string().min(1)),
});
export type Letter = z.infer<typeof Letter>;
