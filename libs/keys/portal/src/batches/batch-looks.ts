import type { BatchItemState, BatchState } from '@toonbank/keys/contract';
import type { StateLook } from '@toonbank/ui/look';

/** How a batch looks by its state. */
export const batchLooks: Readonly<Record<BatchState, StateLook>> = {
  planned: { icon: 'inbox', tone: 'mute' },
  running: { icon: 'refresh-cw', tone: 'info' },
  stopped: { icon: 'circle-pause', tone: 'warn' },
  ended: { icon: 'circle-check', tone: 'plain' },
};

/** How one webshop of it looks. */
export const itemLooks: Readonly<Record<BatchItemState, StateLook>> = {
  barred: { icon: 'ban', tone: 'plain' },
  waiting: { icon: 'hourglass', tone: 'mute' },
  ready: { icon: 'inbox', tone: 'info' },
  failed: { icon: 'triangle-alert', tone: 'bad' },
  'cut-over': { icon: 'arrow-left-right', tone: 'ok' },
  retired: { icon: 'archive-x', tone: 'plain' },
};
