import type { RefundStatus } from '@toonbank/refunds/contract';
import type { StateLook } from '@toonbank/ui/look';

/** How a refund's state looks. */
export const refundLooks: Readonly<Record<RefundStatus, StateLook>> = {
  AWAITING_APPROVAL: { icon: 'user-check', tone: 'warn' },
  SENDING: { icon: 'circle-question-mark', tone: 'warn' },
  PENDING: { icon: 'loader', tone: 'info' },
  UNKNOWN: { icon: 'circle-question-mark', tone: 'warn' },
  SUCCEEDED: { icon: 'undo-2', tone: 'ok' },
  FAILED: { icon: 'circle-x', tone: 'bad' },
  REJECTED: { icon: 'ban', tone: 'plain' },
  ELSEWHERE: { icon: 'external-link', tone: 'warn' },
  CONFIRMED: { icon: 'circle-check', tone: 'ok' },
};
