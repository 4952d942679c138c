import type { KeyState, RotationState } from '@toonbank/keys/contract';
import type { StateLook } from '@toonbank/ui/look';

/** How the state of a key version looks. */
export const stateLooks: Readonly<Record<KeyState, StateLook>> = {
  staged: { icon: 'inbox', tone: 'mute' },
  proven: { icon: 'shield-check', tone: 'ok' },
  active: { icon: 'shield-check', tone: 'ok' },
  draining: { icon: 'split', tone: 'info' },
  retired: { icon: 'archive-x', tone: 'plain' },
};

/** How a renewal looks by how far it is. */
export const rotationLooks: Readonly<Record<RotationState, StateLook>> = {
  staged: { icon: 'inbox', tone: 'mute' },
  dual: { icon: 'split', tone: 'info' },
  'cut-over': { icon: 'arrow-left-right', tone: 'ok' },
  retired: { icon: 'archive-x', tone: 'plain' },
  abandoned: { icon: 'archive-x', tone: 'mute' },
};

/** Soon is 60 days, and 7 are urgent. */
export function expiryTone(daysLeft: number | null): 'plain' | 'warn' | 'bad' {
  if (daysLeft === null || daysLeft > 60) return 'plain';
  return daysLeft > 7 ? 'warn' : 'bad';
}
