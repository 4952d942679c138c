import { Problem } from '@toonbank/platform/http';
import type { BankEndColumns, EndingColumns } from './webshops.repository';

/** A webshop without an end. */
export const noEnding: EndingColumns = {
  ...{ endsOn: null, endsAt: null, endingReason: null },
  ...{ endingSetAt: null, endingSetBy: null },
};

/** One of which nobody said that it ends at the bank. */
export const noBankEnd: BankEndColumns = {
  ...{ bankEndsOn: null, bankEndSaidAt: null, bankEndSaidBy: null, bankEndBefore: null },
};

/** What can't be done with an end, each with the way out. Nothing is changed in any of them. */
export const endingProblems = {
  ended: () =>
    Problem.conflict(
      'webshop-ended',
      'This webshop has ended.',
      'It announces nothing new and takes no new keys, and its end stays. Orders that are open go on: their status, notifications and refunds. To sell again, connect the webshop anew.',
    ),
  moved: () =>
    Problem.conflict(
      'ending-moved',
      'The last day of this webshop is another one now.',
      'Nothing was written down. Read the webshop again, and see to it that the bank has the day that stands here.',
    ),
  day: () =>
    Problem.unprocessable(
      'ending-day',
      'A webshop can not end on this day.',
      'Its last day is today or later, within ten years, as it is in the Netherlands. Choose another day.',
      'endsOn',
    ),
} as const;
