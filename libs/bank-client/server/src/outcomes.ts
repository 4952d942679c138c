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
