import type { RotationState, RotationStep } from '@toonbank/keys/contract';
import { Problem } from '@toonbank/platform/http';

/** Why a renewal can't begin, or can't go on. Nothing is changed in any of them. */
export const rotationProblems = {
  open: () =>
    Problem.conflict(
      'rotation-open',
      'The keys of this webshop are being renewed already.',
      'Nothing was stored. Go on with that renewal, or break it off first.',
    ),
  nothingToRenew: () =>
    Problem.conflict(
      'rotation-without-keys',
      'This webshop has no keys of the bank to renew.',
      'Nothing was stored. Enter its first pair of keys instead.',
    ),
  nothingNew: () =>
    Problem.conflict(
      'rotation-nothing-new',
      'These keys are in use here already.',
      'Nothing was stored. Have the bank make new keys, then enter at least the one that is new.',
    ),
  notNow: (state: RotationState, step: RotationStep) =>
    Problem.conflict(
      'rotation-step',
      'This step can not be taken now.',
      `Nothing was changed: "${step}" can not follow "${state}". Look at the renewal as it is now.`,
    ),
  notQuiet: () =>
    Problem.conflict(
      'rotation-not-quiet',
      'The old keys are not safe to drop yet.',
      'Nothing was changed. Wait until it has been quiet long enough and no order waits, or drop them anyway.',
    ),
  freshInUse: () =>
    Problem.conflict(
      'rotation-fresh-in-use',
      'The bank signs with the new keys already.',
      'Nothing was changed: without them its messages would be refused. Go on with the renewal.',
    ),
  oldRefused: () =>
    Problem.conflict(
      'rotation-old-refused',
      'The bank does not accept the old keys any more.',
      'Nothing was changed: going back would stop the webshop. Stay with the new keys.',
    ),
} as const;
