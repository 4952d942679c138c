import { ExportState } from '@toonbank/exports/contract';
import { describe, expect, it } from 'vitest';
import { afterEvent, type ExportEvent } from './export-state';

const events: readonly ExportEvent[] = [
  ...(['claimed', 'given-back', 'finished', 'cancelled', 'failed', 'asked-again'] as const),
];
/** In the order of the events; a dash: it does not befall it. */
const table: Readonly<Record<ExportState, string>> = {
  queued: 'running - - cancelled - -',
  running: 'running queued done cancelled failed -',
  done: '- - - - - -',
  cancelled: '- - - - - -',
  failed: '- - - - - queued',
};

describe('an export', () => {
  it.each(ExportState.options)('that is %s goes where the table says', (from) => {
    const line = events.map((event) => afterEvent(from, event) ?? '-').join(' ');
    expect(line).toBe(table[from]);
  });
});
