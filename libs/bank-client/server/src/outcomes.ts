import type { Id } from '@toonbank/primitives';

/** What came of an exchange of a refresh token for an access token. */
export type RefreshOutcome =
  | { readonly kind: 'token'; readonly accessToken: string; readonly lifeMs: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'no-answer'; readonly reason: string };

/** What came of an announcement. `unknown`: the bank may have the order, nobody can tell. */
export type AnnounceOutcome =
  | { readonly kind: 'announced'; readonly omnikassaOrderId: Id; readonly redirectUrl: string }
  | { readonly kind: 'refused'; readonly errorCode: number; readonly text: string }
  | { readonly kind: 'keys-refused' }
  | { readonly kind: 'unknown'; readonly reason: string };

/**
 * What came of a pull. The bytes are the bank's own, unread. `sent` false: the bank was never reached,
 * so it cannot have handed anything out.
 */
export type PullOutcome =
  | { readonly kind: 'page'; readonly body: Buffer }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'no-answer'; readonly sent: boolean; readonly reason: string };

/** A refund as the bank tells it. A status that nobody knows is UNKNOWN: to be asked for again. */
export interface BankRefund {
  readonly refundId: Id;
  readonly status: 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'UNKNOWN';
  /** Cents. */
  readonly amount: number;
}

/**
 * What came of asking for a refund. `unknown`: the bank may have taken it; only the same request id
 * may be sent again.
 */
export type RefundOutcome =
  | { readonly kind: 'taken'; readonly refund: BankRefund }
  | { readonly kind: 'refused'; readonly errorCode: number; readonly text: string }
  | { readonly kind: 'keys-refused' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** What the bank says of something that it was only asked about. */
export type Told<T> =
  | { readonly kind: 'told'; readonly told: T }
  | { readonly kind: 'refused'; readonly errorCode: number; readonly text: string }
  | { readonly kind: 'keys-refused' }
  | { readonly kind: 'no-answer'; readonly reason: string };

/** What may still be given back of a transaction (cents), and the moment from which nothing may. */
export interface Refundable {
  readonly amount: number;
  readonly expiresAt: Date;
}

/** Whether shoppers may use a brand, in the bank's own words (`Active`, `Inactive`; it may add some). */
export interface BrandStatus {
  readonly brand: string;
  readonly status: string;
}
