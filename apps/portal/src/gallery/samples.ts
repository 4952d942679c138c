import { HttpErrorResponse } from '@angular/common/http';
import type { DayBar, HourBars, HourMark } from '@toonbank/ui/charts';
import type { FilterField } from '@toonbank/ui/filters';
import type { Question } from '@toonbank/ui/layers';
import type { LedgerLine } from '@toonbank/ui/ledger';
import type { Tab } from '@toonbank/ui/lists';
import type { Step, TimelineItem } from '@toonbank/ui/steps';
import type { IconName, Tone } from '@toonbank/ui/look';

interface Chip {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly word: string;
}

const chip = (icon: IconName, tone: Tone, word: string): Chip => ({ icon, tone, word });

export const chips: readonly { readonly of: string; readonly chips: readonly Chip[] }[] = [
  {
    of: 'Order',
    chips: [
      chip('circle-dashed', 'plain', 'Wordt aangekondigd'),
      chip('circle-dot', 'info', 'Open'),
      chip('triangle-alert', 'warn', 'Vraagt aandacht'),
      chip('circle-check', 'ok', 'Betaald'),
      chip('ban', 'plain', 'Geannuleerd'),
      chip('timer-off', 'plain', 'Verlopen'),
      chip('circle-x', 'bad', 'Geweigerd'),
    ],
  },
  {
    of: 'Sleutel',
    chips: [
      chip('inbox', 'mute', 'Klaargezet'),
      chip('shield-check', 'ok', 'Gecontroleerd'),
      chip('split', 'info', 'Beide geldig'),
      chip('arrow-left-right', 'done', 'In gebruik'),
      chip('bell-off', 'mute', 'Stil'),
      chip('archive-x', 'plain', 'Verwijderd'),
    ],
  },
];

export const lines: readonly LedgerLine[] = [
  { label: 'Betaald', cents: 128450 },
  { label: 'Terugbetaald', cents: -8495 },
];

export const tabs: readonly Tab[] = [
  { word: 'Alle', link: ['/gallery'], count: 1284031, isHere: true },
  { word: 'Vraagt aandacht', link: ['/gallery'], count: 23, isHere: false },
];

export const fields: readonly FilterField[] = [
  {
    key: 'status',
    word: 'Status',
    kind: 'choice',
    options: [
      { value: 'COMPLETED', word: 'Betaald' },
      { value: 'EXPIRED', word: 'Verlopen' },
    ],
  },
  { key: 'order', word: 'Ordernummer', kind: 'text' },
  { key: 'from', word: 'Vanaf', kind: 'date' },
  { key: 'amount', word: 'Bedrag', kind: 'amount' },
];

export const steps: readonly Step[] = [
  { name: 'Webadres', more: '17 nov, demo', state: 'done', link: ['/gallery'] },
  { name: 'Aangemeld bij de bank', more: 'wacht op handtekening', state: 'current' },
  { name: 'Sleutels', state: 'waiting' },
];

export const rows = [
  {
    number: 'DEMO2026004872',
    webshop: 'demo-kaas.example',
    chip: chips[0]!.chips[1]!,
    cents: 1330,
  },
  {
    number: 'DEMO2026004871',
    webshop: 'demo-fiets.example',
    chip: chips[0]!.chips[3]!,
    cents: 3530,
  },
  {
    number: 'DEMO2026004870',
    webshop: 'demo-boek.example',
    chip: chips[0]!.chips[5]!,
    cents: 3040,
  },
];

export const moment = '2026-11-17T13:03:11.204Z';

/** Of a page of orders, newest first. */
export const times = [moment, '2026-11-16T22:58:02.000Z', '2026-11-15T08:12:40.000Z'];

export const items: readonly TimelineItem[] = [
  {
    id: '1',
    at: moment,
    icon: 'receipt-text',
    tone: 'plain',
    what: 'Order aangekondigd',
    who: 'winkel',
  },
  {
    id: '2',
    at: '2026-11-17T13:03:11.611Z',
    icon: 'landmark',
    tone: 'info',
    what: 'Order aangenomen',
    who: 'bank',
    more: 'Betaalpagina geopend, 402 ms',
  },
  {
    id: '3',
    at: '2026-11-18T09:20:44.018Z',
    icon: 'circle-check',
    tone: 'ok',
    what: 'Open → Betaald',
    who: 'Toonbank',
  },
];

export const bars: readonly DayBar[] = Array.from({ length: 28 }, (_, index) => ({
  day: new Date(Date.UTC(2026, 9, 26 + index)).toISOString().slice(0, 10),
  cents: 400_000 + ((index * 7919) % 11) * 60_000,
  before: index === 3 ? null : 350_000 + ((index * 104_729) % 7) * 70_000,
}));

export const hours: readonly HourBars[] = Array.from({ length: 48 }, (_, index) => ({
  at: new Date(Date.UTC(2026, 10, 20, 8 + index)).toISOString(),
  one: index < 30 ? 6 + ((index * 7919) % 11) * 3 : 0,
  other: index > 12 ? 8 + ((index * 104_729) % 7) * 5 : 0,
}));

export const hourMarks: readonly HourMark[] = [
  { at: '2026-11-20T20:30:00Z', word: 'beide geldig' },
  { at: '2026-11-21T08:10:00Z', word: 'in gebruik' },
];

export const message =
  '{"moreOrderResultsAvailable":false,"orderResults":[{"merchantOrderId":"DEMO2026004811","orderStatus":"COMPLETED"}]}';

const problem = (status: number, code: string, path?: string) =>
  new HttpErrorResponse({
    status,
    error: {
      type: 'about:blank',
      title: 'This was refused.',
      status,
      code,
      detail: 'The server says what happened, what it means and what to do.',
      requestId: '5b0f6c1e-0d5e-4d0c-9a54-7c1f2ab40e11',
      ...(path && { path }),
    },
  });

export const problems: readonly unknown[] = [
  new HttpErrorResponse({ status: 0 }),
  problem(422, 'order-amount', '/amount'),
  problem(403, 'no-right'),
  problem(404, 'not-found'),
  problem(409, 'only-the-server-knows-this-code'),
  problem(500, 'broken'),
];

export const fieldProblem = problem(422, 'demo', 'url');

export const question: Question = {
  title: 'API-sleutel intrekken?',
  says: ['De webwinkel kan er meteen niet meer mee bestellen.', 'Dit kan niet terug.'],
  ledger: { lines, total: 'Netto' },
  act: 'Trek sleutel in',
  isFinal: true,
  asksReason: true,
  does: () => Promise.resolve(),
};
