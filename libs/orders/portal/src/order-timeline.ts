import type { OrderDetail, TimelineEntry } from '@toonbank/orders/contract';
import type { TimelineItem } from '@toonbank/ui/steps';
import type { IconName, Tone } from '@toonbank/ui/look';
import { lookOf } from './order-states';

/** A thing that happened, and the message of the bank it came with, if any. */
export interface Happened extends TimelineItem {
  readonly pageId: string | undefined;
}

type Word = (key: string, values?: Record<string, unknown>) => string;

const looks: Readonly<Record<string, { readonly icon: IconName; readonly tone: Tone }>> = {
  created: { icon: 'receipt-text', tone: 'plain' },
  announced: { icon: 'landmark', tone: 'info' },
  'announced-again': { icon: 'refresh-cw', tone: 'plain' },
  'announce-unanswered': { icon: 'triangle-alert', tone: 'warn' },
  'shopper-returned': { icon: 'log-in', tone: 'info' },
  'superseded-announcement-ended': { icon: 'ban', tone: 'plain' },
  'case-opened': { icon: 'triangle-alert', tone: 'warn' },
  'case-closed': { icon: 'check-check', tone: 'ok' },
};

/** What belongs to the story of an order for somebody in a hurry. */
const mainKinds = ['created', 'announced', 'announce-unanswered', 'ended', 'case-opened'];

/** The timeline of an order in words. A kind that we don't know is shown by its name. */
export function timelineOf(
  { timeline }: Pick<OrderDetail, 'timeline'>,
  word: Word,
  mainOnly: boolean,
): Happened[] {
  return timeline
    .filter(({ kind }) => !mainOnly || mainKinds.includes(kind))
    .map((entry, index, all) => {
      const { icon, tone } = lookOfEntry(entry);
      return {
        ...{ id: entry.id, at: entry.at, icon, tone },
        what: whatOf(entry, word),
        who: word(`by.${entry.by}`),
        more: moreOf(entry, word) ?? tookOf(entry, all[index - 1], word),
        pageId: textOf(entry, 'pageId'),
      };
    });
}

function lookOfEntry({ kind, detail }: TimelineEntry): { icon: IconName; tone: Tone } {
  const to = detail['to'];
  if (kind !== 'ended') return looks[kind] ?? { icon: 'circle-dot', tone: 'plain' };
  return lookOf({ status: to as Parameters<typeof lookOf>[0]['status'], needsLook: false });
}

function whatOf({ kind, detail }: TimelineEntry, word: Word): string {
  if (kind !== 'ended') return word(`kinds.${kind}`);
  const state = (status: unknown) => word(`states.${String(status)}`);
  return `${state(detail['from'])} → ${state(detail['to'])}`;
}

function moreOf(entry: TimelineEntry, word: Word): string | undefined {
  const { kind, detail } = entry;
  if (kind === 'created') {
    const count = Number(detail['findings'] ?? 0);
    return count > 0 ? word(count === 1 ? 'more.finding' : 'more.findings', { count }) : undefined;
  }
  if (kind === 'ended' && detail['code'] !== undefined) {
    return word('more.refused', { code: detail['code'], text: detail['text'] });
  }
  if (kind === 'ended') return word('more.final');
  if (kind === 'case-opened' || kind === 'case-closed')
    return word(`cases.${String(detail['case'])}`);
  if (kind === 'announced-again') return word('more.again', { number: detail['number'] });
  return undefined;
}

/** How long the bank took to take an order that had just been received. */
function tookOf(
  { kind, at }: TimelineEntry,
  before: TimelineEntry | undefined,
  word: Word,
): string | undefined {
  if (kind !== 'announced' || before?.kind !== 'created') return undefined;
  return word('more.took', { ms: Date.parse(at) - Date.parse(before.at) });
}

function textOf({ detail }: TimelineEntry, key: string): string | undefined {
  const value = detail[key];
  return typeof value === 'string' ? value : undefined;
}
