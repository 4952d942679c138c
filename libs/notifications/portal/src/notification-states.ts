import type { NotificationState } from '@toonbank/notifications/contract';
import type { StateLook } from '@toonbank/ui/look';

export const stateLooks: Readonly<Record<NotificationState, StateLook>> = {
  waiting: { icon: 'hourglass', tone: 'info' },
  pulled: { icon: 'check-check', tone: 'ok' },
  expired: { icon: 'timer-off', tone: 'plain' },
  'key-destroyed': { icon: 'key-round', tone: 'plain' },
};
