import { createHash } from 'node:crypto';
import type { Invoice, Statement } from '@toonbank/billing/contract';
import { type Language, newId } from '@toonbank/primitives';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { describe, expect, it } from 'vitest';
import { figure } from './figures';
import { invoicePaper } from './invoice-paper';
import { textOf } from './pdf-text.testing';
import { printed } from './printed';
import { statementPaper } from './statement-paper';

const letterhead = {
  ...{ name: 'Bureau Noord', address: ['Kade 1', '1011 AA Amsterdam'], kvkNumber: '12345678' },
  ...{ vatNumber: 'NL123456782B12', iban: 'NL91ABNA0417164300' },
};
const shop = { shopId: newId(), shopName: 'Šťastná bakkerij' };
const none = { shopId: null, shopName: null };

const invoice = (language: Language): Invoice => ({
  ...{ id: newId(), merchantId: newId(), merchantName: 'Bakker', kind: 'invoice', language },
  ...{ number: '2026-0001', month: '2026-10', issuedOn: '2026-11-03', dueOn: '2026-11-17' },
  ...{ state: 'sent', sentOn: '2026-11-03', paidOn: null, letterhead },
  billedTo: { name: 'Bakker BV', address: ['Markt 2', '3511 AA Utrecht'], vatNumber: null },
  lines: [
    { kind: 'bank-shop', ...shop, count: 1, per: 1, unit: 1000, net: 1000, ...unknownVat },
    { kind: 'bank-urls', ...shop, count: 40, per: 31, unit: 360, net: 465, ...unknownVat },
    {
      kind: 'fee-month',
      ...none,
      count: 1,
      per: 1,
      unit: 125_000,
      net: 125_000,
      ...ourVat(26_250),
    },
    {
      kind: 'bank-shop',
      ...shop,
      count: 1,
      per: 1,
      unit: 1000,
      net: 1000,
      ...unknownVat,
      isBilled: false,
    },
  ],
  ...{ net: 126_465, vat: 26_250, total: 152_715, credits: null, creditedBy: null, reason: null },
});

const unknownVat = { vatPercent: null, vat: 0, isBilled: true };
const ourVat = (vat: number) => ({ vatPercent: 21, vat, isBilled: true });

const creditNote = (language: Language): Invoice => ({
  ...invoice(language),
  ...{ kind: 'credit-note', number: '2026-0002', dueOn: null, state: 'credit', sentOn: null },
  lines: [
    { kind: 'fee-month', ...none, count: -1, per: 1, unit: 2500, net: -2500, ...ourVat(-525) },
  ],
  ...{ net: -2500, vat: -525, total: -3025, reason: 'Verkeerd tarief' },
  credits: { id: newId(), number: '2026-0001' },
});

const statement: Statement = {
  ...{ merchantId: newId(), merchantName: 'Bakker', from: '2026-10-01', until: '2026-12-31' },
  ...{ opening: 1000, closing: 0 },
  entries: [
    { on: '2026-11-03', kind: 'invoice', number: '2026-0001', amount: 3025, balance: 4025 },
    { on: '2026-11-05', kind: 'credit-note', number: '2026-0002', amount: -3025, balance: 1000 },
    { on: '2026-11-20', kind: 'payment', number: '2025-0009', amount: -1000, balance: 0 },
  ],
};

const papers: readonly (readonly [string, (language: Language) => TDocumentDefinitions])[] = [
  ['invoice', (language) => invoicePaper(invoice(language))],
  ['credit-note', (language) => invoicePaper(creditNote(language))],
  ['statement', (language) => statementPaper(statement, language, letterhead)],
];

/** What a reader reads, a line per text and a row per line of a table. */
function wordsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(wordsOf);
  if (!node || typeof node !== 'object') return [];
  const { text, stack, columns, table } = node as Record<string, unknown>;
  const rows = (table as { body: unknown[][] } | undefined)?.body ?? [];
  return [
    ...[text, stack, columns].flatMap(wordsOf),
    ...rows.map((row) => row.map((cell) => wordsOf(cell).join(' ')).join(' | ')),
  ];
}

describe.each(papers)('a printed %s', (name, paperIn) => {
  it.each(['nl', 'en'] as const)('says in %s what it always said', async (language) => {
    const words = wordsOf(paperIn(language).content).join('\n');
    await expect(`${words}\n`).toMatchFileSnapshot(`./golden/${name}.${language}.txt`);
  });

  it('is the same file each time, and another one when a word differs', async () => {
    const print = async (language: Language) => {
      const bytes = await printed(paperIn(language), new Date('2026-11-03T12:00:00Z'));
      return createHash('sha256').update(bytes).digest('hex');
    };
    expect(await print('nl')).toBe(await print('nl'));
    expect(await print('nl')).not.toBe(await print('en'));
  });
});

it.each([
  ['nl', "Rabo OnlineKassa, extra URL's – Šťastná bakkerij", '3,60'],
  ['en', 'Rabo OnlineKassa, further URLs – Šťastná bakkerij', '3.60'],
] as const)('prints the fourth URL of a shop in the PDF in %s', async (language, line, price) => {
  const fourth = { kind: 'bank-urls', ...shop, count: 1, per: 1, unit: 360, net: 360 } as const;
  const lines = [{ ...fourth, ...unknownVat }];
  const paper = invoicePaper({ ...invoice(language), lines, net: 360, vat: 0, total: 360 });
  const words = textOf(await printed(paper, new Date('2026-11-03T12:00:00Z')));
  expect(words.join('|').replaceAll(' |', ' ')).toContain(`${line}|1|${price}|${price}|`);
});

it.each([
  [0, '0,00', '0.00'],
  [-5, '\u22120,05', '\u22120.05'],
  [123_456_789, '1.234.567,89', '1,234,567.89'],
])('writes %i cents in both languages', (cents, nl, en) => {
  expect([figure(cents, 'nl'), figure(cents, 'en')]).toEqual([nl, en]);
});
