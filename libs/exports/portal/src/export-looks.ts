import type { ExportState, ScheduleMail } from '@toonbank/exports/contract';
import type { StateLook } from '@toonbank/ui/look';

/** How the states of a file being made look. */
export const exportLooks: Readonly<Record<ExportState, StateLook>> = {
  queued: { icon: 'hourglass', tone: 'plain' },
  running: { icon: 'loader', tone: 'info' },
  done: { icon: 'circle-check', tone: 'ok' },
  cancelled: { icon: 'ban', tone: 'plain' },
  failed: { icon: 'circle-x', tone: 'bad' },
};

export type MailLook = ScheduleMail['state'] | 'fetched' | 'retrying';

/** How a mail is doing: one that failed and is tried again is told apart from one that just waits. */
export const mailLooks: Readonly<Record<MailLook, StateLook>> = {
  waiting: { icon: 'hourglass', tone: 'plain' },
  retrying: { icon: 'rotate-ccw', tone: 'warn' },
  sent: { icon: 'check-check', tone: 'ok' },
  fetched: { icon: 'circle-check', tone: 'ok' },
  'given-up': { icon: 'circle-x', tone: 'bad' },
};

export function mailLookOf({ state, trouble, used }: ScheduleMail): MailLook {
  if (used) return 'fetched';
  return state === 'waiting' && trouble ? 'retrying' : state;
}
