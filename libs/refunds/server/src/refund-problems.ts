import { Problem } from '@toonbank/platform/http';
import type { NothingBecause, RefundStatus } from '@toonbank/refunds/contract';

/** Why money is not given back, each with what to do. Nothing is changed in any of them. */
export const refundProblems = {
  notPaid: () =>
    Problem.conflict(
      'refund-not-paid',
      'This order is not paid.',
      'Only what was paid can be given back. Look at the status of the order.',
    ),
  aboveRest: (rest: number) =>
    Problem.unprocessable(
      'refund-above-rest',
      'This is more than can be given back.',
      `At most EUR ${(rest / 100).toFixed(2)} of this payment is left; refunds that are under way count. Choose a lower amount.`,
      'amount',
    ),
  nothing: {
    'all-given-back': () =>
      Problem.conflict(
        'refund-nothing-left',
        'Nothing of this payment is left to give back.',
        'All of it was given back, or is under way. Look at the refunds of this order.',
      ),
    'too-late': () =>
      Problem.conflict(
        'refund-too-late',
        'It is too late to refund this payment at the bank.',
        'The bank takes refunds through day 60 after the payment. Transfer the amount from your own account instead.',
      ),
  } satisfies Record<NothingBecause, () => Problem>,
  elsewhere: (brand: string) =>
    Problem.conflict(
      'refund-elsewhere',
      `Payments with ${brand} are not refunded through the bank's API.`,
      'PayPal is refunded in PayPal, Bancontact by bank transfer. Ask for it in the portal: it keeps the task for a person.',
    ),
  notAtBank: (text: string) =>
    Problem.conflict(
      'refund-refused',
      'The bank does not refund this payment.',
      `The bank says: ${text} Look at the payment in the dashboard of the bank.`,
    ),
  accountNumber: (path: 'description' | 'reason') =>
    Problem.unprocessable(
      'refund-account-number',
      'There is an account number (IBAN) in this text.',
      'Account numbers of shoppers are not kept. Leave it out, and ask the shopper for it when you transfer the amount.',
      path,
    ),
  keysRefused: () =>
    Problem.conflict(
      'refund-keys-refused',
      'The bank does not accept the keys of this webshop.',
      'Without them nothing can be refunded. Enter the keys that are in the dashboard of the bank now, then ask again.',
    ),
  otherBody: () =>
    Problem.unprocessable(
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request.',
      'Nothing was changed. Use a new key for a new refund, and the same body for a repeat.',
      'Idempotency-Key',
    ),
  own: () =>
    Problem.conflict(
      'refund-own-approval',
      'You asked for this refund yourself.',
      'Another person approves or rejects it. Ask a colleague who may.',
    ),
  decided: (status: RefundStatus) =>
    Problem.conflict(
      'refund-decided',
      'This refund does not wait for that any more.',
      `It is ${status}. Look at the refund: somebody else was first, or it went on by itself.`,
    ),
} as const;
