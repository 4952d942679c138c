import type { ExportState } from '@toonbank/exports/contract';

/** What befalls an export. A worker that dies says nothing: its hold runs out, and it is claimed again. */
export type ExportEvent =
  'claimed' | 'given-back' | 'finished' | 'cancelled' | 'failed' | 'asked-again';

const next: Readonly<Record<ExportState, Partial<Record<ExportEvent, ExportState>>>> = {
  queued: { claimed: 'running', cancelled: 'cancelled' },
  running: {
    ...{ claimed: 'running', 'given-back': 'queued', finished: 'done' },
    ...{ cancelled: 'cancelled', failed: 'failed' },
  },
  done: {},
  cancelled: {},
  failed: { 'asked-again': 'queued' },
};

/** Undefined: that does not befall an export in this state; but for one that failed, ends are never left. */
export function afterEvent(from: ExportState, event: ExportEvent): ExportState | undefined {
  return next[from][event];
}

/** So often somebody begins to make it: what kills three workers would kill a fourth. */
export const mostTries = 3;
