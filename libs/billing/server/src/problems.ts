import type { Month } from '@toonbank/billing/contract';
import { Problem } from '@toonbank/platform/http';

export const problems = {
  overlap: () =>
    Problem.conflict(
      'price-overlap',
      'Another price holds in one of these months.',
      'Nothing was changed. End the other one before this one begins, or begin this one later.',
    ),
  used: (months: readonly Month[]) =>
    Problem.conflict(
      'price-used',
      'A closed month was billed with this price.',
      `Nothing was changed: what it was in ${months.join(', ')} stays. Let a new price begin in a month that is not closed.`,
    ),
  notOver: () =>
    Problem.conflict(
      'month-not-over',
      'This month is not over.',
      'Nothing was closed: its bills may still change. Close it when the next month has begun.',
    ),
  changed: () =>
    Problem.conflict(
      'bill-changed',
      'The bills have changed since you saw them.',
      'Nothing was closed. Read the month again, and close it with the total it has now.',
    ),
  incomplete: (who: string) =>
    Problem.conflict(
      'billing-incomplete',
      'It is not known who sends an invoice, or to whom.',
      `Nothing was closed. Fill in name and address of: ${who}.`,
    ),
  notClosed: () =>
    Problem.conflict(
      'month-not-closed',
      'This month is not closed.',
      'Nothing was billed. Close the month: that bills everybody.',
    ),
  billed: () =>
    Problem.conflict(
      'already-billed',
      'This merchant has an invoice for this month.',
      'Nothing was billed. Credit the invoice first if it is wrong.',
    ),
  nothing: () =>
    Problem.conflict(
      'nothing-to-bill',
      'There is nothing to bill.',
      'No invoice was made: this merchant owes nothing for this month.',
    ),
  credited: () =>
    Problem.conflict(
      'invoice-credited',
      'This invoice was taken back by a credit note.',
      'Nothing was changed. Look at the credit note.',
    ),
  isCredit: () =>
    Problem.conflict(
      'credit-note',
      'This is a credit note.',
      'Nothing was changed: a credit note is not paid and not credited.',
    ),
  day: (title: string, detail: string) => Problem.unprocessable('invoice-day', title, detail, 'on'),
};
