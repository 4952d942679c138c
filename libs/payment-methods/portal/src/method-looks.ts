import type { MethodState } from '@toonbank/payment-methods/contract';
import type { StateLook } from '@toonbank/ui/look';

/** How the state of a merchant's method looks. */
export const methodLooks: Readonly<Record<MethodState, StateLook>> = {
  REQUESTED: { icon: 'mail', tone: 'info' },
  SIGNED: { icon: 'check', tone: 'info' },
  ACTIVATING: { icon: 'hourglass', tone: 'info' },
  CONTRACT_SENT: { icon: 'mail', tone: 'warn' },
  CONTRACT_SIGNED: { icon: 'check', tone: 'info' },
  CONTRACT_ACCEPTED: { icon: 'hourglass', tone: 'info' },
  ACTIVE: { icon: 'circle-check', tone: 'ok' },
  REFUSED: { icon: 'ban', tone: 'plain' },
  WITHDRAWN: { icon: 'ban', tone: 'plain' },
};

export const lateLook: StateLook = { icon: 'triangle-alert', tone: 'warn' };
export const driftLook: StateLook = { icon: 'git-compare-arrows', tone: 'warn' };

/** The bank's word for a brand at a webshop; one that nobody knows is shown as it came. */
export function actualLook(actual: string | null): StateLook & { readonly known?: string } {
  if (actual === 'Active') return { icon: 'circle-check', tone: 'ok', known: 'active' };
  if (actual === 'Inactive') return { icon: 'circle', tone: 'plain', known: 'off' };
  if (actual === null) return { icon: 'circle', tone: 'plain', known: 'unnamed' };
  return { icon: 'circle-question-mark', tone: 'plain' };
}
