import type { BatchState, BatchStep } from '@toonbank/keys/contract';
import { Problem } from '@toonbank/platform/http';

/** Why a batch of renewals can't be planned, or can't go on. Nothing is changed in any of them. */
export const batchProblems = {
  nothing: () =>
    Problem.unprocessable(
      'batch-empty',
      'There are no keys that expire then.',
      'Nothing was planned. Choose another time, or name the webshops.',
      'expires',
    ),
  tooMany: (most: number) =>
    Problem.unprocessable(
      'batch-too-many',
      `More than ${most} webshops have keys that expire then.`,
      'Nothing was planned. Choose a shorter time or one merchant.',
      'expires',
    ),
  notNow: (state: BatchState, step: BatchStep) =>
    Problem.conflict(
      'batch-step',
      'This can not be done now.',
      `Nothing was changed: "${step}" can not follow "${state}". Look at the batch as it is now.`,
    ),
  ended: () =>
    Problem.conflict(
      'batch-ended',
      'This batch has ended.',
      'Nothing was stored. Plan another one for the webshops that are left.',
    ),
  notInIt: () =>
    Problem.conflict(
      'batch-webshop',
      'The keys of this webshop are not waited for here.',
      'Nothing was stored: it is not in the batch, can not be renewed, or uses its new keys already.',
    ),
} as const;
