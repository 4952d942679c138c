import type { InvoiceState, RunState } from '@toonbank/billing/contract';
import type { StateLook } from '@toonbank/ui/look';

export const invoiceLooks: Readonly<Record<InvoiceState, StateLook>> = {
  open: { icon: 'file-text', tone: 'mute' },
  sent: { icon: 'send', tone: 'plain' },
  overdue: { icon: 'clock', tone: 'warn' },
  paid: { icon: 'circle-check', tone: 'ok' },
  credited: { icon: 'undo-2', tone: 'plain' },
  credit: { icon: 'undo-2', tone: 'plain' },
};

export const runLooks: Readonly<Record<RunState, StateLook>> = {
  running: { icon: 'circle-dot', tone: 'plain' },
  open: { icon: 'hourglass', tone: 'warn' },
  closed: { icon: 'lock', tone: 'ok' },
};
