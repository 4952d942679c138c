import { Problem } from '@toonbank/platform/http';
import type { MethodState, MethodStep } from '@toonbank/payment-methods/contract';

/** Why nothing is done about a method, each with what to do. Nothing is changed in any of them. */
export const methodProblems = {
  requested: (name: string, state: MethodState) =>
    Problem.conflict(
      'method-already-requested',
      `${name} is already requested for this merchant.`,
      `It is ${state}. Look at that request: it goes on, and one is enough for all webshops of the merchant.`,
    ),
  step: (step: MethodStep, state: MethodState) =>
    Problem.conflict(
      'method-step-order',
      'This can not be said of the method now.',
      `It is ${state}, and "${step}" does not follow on that. Look at the method again: somebody else may have been first.`,
    ),
  day: () =>
    Problem.unprocessable(
      'method-step-day',
      'This day can not be.',
      'What happened at the bank happened today or earlier, at most a year ago. Choose that day.',
      'on',
    ),
  reason: () =>
    Problem.unprocessable(
      'method-step-reason',
      'A refusal needs what the bank wrote.',
      'Without it nobody can tell later why. Copy the reason from the mail of the bank.',
      'reason',
    ),
  noKeys: () =>
    Problem.conflict(
      'method-no-keys',
      'The bank can not be asked about this webshop yet.',
      'There are no proven keys in this environment. Enter the keys of the bank, then ask again.',
    ),
  notActive: (brand: string, status: string | null) =>
    Problem.conflict(
      'payment-brand-not-active',
      `${brand} is not active at this webshop.`,
      `The bank says ${status ?? 'nothing of it'}, so it would refuse an order that forces it. Force another brand or none, or have ${brand} activated first.`,
    ),
} as const;
