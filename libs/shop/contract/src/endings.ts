import { Text } from '@toonbank/primitives';
import * as z from 'zod';
import { DoneStep } from './environments';
import { webshopsPath } from './paths';

export const webshopEndingPath = `${webshopsPath}/:webshopId/ending`;

/** That a webshop stops, and when (S11). Toonbank's record: at the bank a person ends it. */
export const WebshopEnding = z
  .object({
    endsOn: z.iso.date().describe('The last day on which the webshop works, in Dutch time'),
    endsAt: z.iso.datetime().describe('The midnight after it: from then on the webshop has ended'),
    ended: z.boolean().describe('True once that moment is past; then it stays so'),
    reason: z.string().nullable(),
    set: DoneStep.describe('Who set this day, and when'),
  })
  .meta({ id: 'WebshopEnding' });
export type WebshopEnding = z.infer<typeof WebshopEnding>;

export const SetWebshopEnding = z
  .strictObject({
    endsOn: z.iso.date().describe('The last day, in Dutch time: today or later, within ten years'),
    reason: Text.trim()
      .min(1)
      .max(200)
      .optional()
      .describe('For the colleagues; never for shoppers'),
  })
  .meta({ id: 'SetWebshopEnding' });
export type SetWebshopEnding = z.infer<typeof SetWebshopEnding>;

/** `end`: it ends here and not yet at the bank. `move`: on another day there. `undo`: only there. */
export const EndingToDo = z.enum(['end', 'move', 'undo']);
export type EndingToDo = z.infer<typeof EndingToDo>;

/** What the bank knows of an end, as a person said it: Toonbank can't do it there, nor look. */
export const EndingAtBank = z
  .object({
    endsOn: z.iso.date().nullable().describe('The last day at the bank; null: none'),
    said: DoneStep.nullable().describe('Who said so, and when; null: nobody ever did'),
    toDo: EndingToDo.nullable().describe('What a person still has to do there'),
    mayTakeBack: z.boolean().describe('Whether what was said last can be taken back'),
  })
  .meta({ id: 'EndingAtBank' });
export type EndingAtBank = z.infer<typeof EndingAtBank>;

export const SayEndingAtBank = z
  .strictObject({
    endsOn: z.iso
      .date()
      .nullable()
      .describe('The last day that was set at the bank: the one that stands here; null: undone'),
  })
  .meta({ id: 'SayEndingAtBank' });
export type SayEndingAtBank = z.infer<typeof SayEndingAtBank>;
