import type { BillinkExclusion } from '@toonbank/payment-methods/contract';
import type { StateLook } from '@toonbank/ui/look';

export type ExclusionState = 'coming' | 'now' | 'over';

/** Whether a group is excluded on a day such as `2026-11-25`; both its first and its last day count. */
export function exclusionState({ asOf, until }: Days, day: string): ExclusionState {
  if (asOf > day) return 'coming';
  return until !== null && until < day ? 'over' : 'now';
}

/** What is so gets no chip. */
export const exclusionLooks: Readonly<Record<Exclude<ExclusionState, 'now'>, StateLook>> = {
  coming: { icon: 'clock', tone: 'info' },
  over: { icon: 'archive-x', tone: 'mute' },
};

type Days = Pick<BillinkExclusion, 'asOf' | 'until'>;
