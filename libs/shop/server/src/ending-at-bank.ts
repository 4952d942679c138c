import type { EndingToDo } from '@toonbank/shop/contract';

/** The last day as it stands here, and as a person said that it stands at the bank. */
export interface TwoEnds {
  readonly endsOn: string | null;
  readonly bankEndsOn: string | null;
}

/** What a person still has to do at the bank (S11), so that it knows the same day. Null: nothing. */
export function toDoAtBank({ endsOn, bankEndsOn }: TwoEnds): EndingToDo | null {
  if (endsOn === bankEndsOn) return null;
  if (endsOn === null) return 'undo';
  return bankEndsOn === null ? 'end' : 'move';
}

/** The last day on which it can be done: after the earlier of the two days it is too late. */
export function lastDayToDoIt({ endsOn, bankEndsOn }: TwoEnds): string | null {
  return [endsOn, bankEndsOn].filter((day) => day !== null).toSorted()[0] ?? null;
}
