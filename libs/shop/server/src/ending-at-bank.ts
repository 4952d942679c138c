import type { EndingToDo } from '@toonbank/shop/contract';
import type { BankEndColumns } from './webshops.repository';

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

/** What somebody says now stands; what was said before it is kept for one who takes that back. */
export function saidNow(
  row: BankEndColumns,
  said: { readonly endsOn: string | null; readonly at: Date; readonly by: string | null },
): BankEndColumns {
  const { bankEndsOn, bankEndSaidAt, bankEndSaidBy } = row;
  return {
    ...{ bankEndsOn: said.endsOn, bankEndSaidAt: said.at, bankEndSaidBy: said.by },
    bankEndBefore: {
      ...{ endsOn: bankEndsOn, saidBy: bankEndSaidBy },
      saidAt: bankEndSaidAt?.toISOString() ?? null,
    },
  };
}

/** As it was before the last word; null: there is none to take back, or it was already. */
export function takenBack({ bankEndBefore }: BankEndColumns): BankEndColumns | null {
  if (!bankEndBefore) return null;
  const { endsOn, saidAt, saidBy } = bankEndBefore;
  return {
    ...{ bankEndsOn: endsOn, bankEndSaidAt: saidAt ? new Date(saidAt) : null },
    ...{ bankEndSaidBy: saidBy, bankEndBefore: null },
  };
}
