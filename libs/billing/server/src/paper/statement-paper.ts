import type { Language } from '@toonbank/primitives';
import type { Letterhead, Statement } from '@toonbank/billing/contract';
import type { TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { dateInWords, figure } from './figures';
import { doubleRule, headRow, ledger, right, sheet } from './sheet';
import { paperWords } from './words';

/** What a merchant was sent and what it paid, as it is printed. */
export function statementPaper(
  statement: Statement,
  language: Language,
  letterhead: Letterhead | null,
): TDocumentDefinitions {
  const words = paperWords[language];
  const { merchantName, from, until, opening, closing, entries } = statement;
  const day = (date: string) => dateInWords(date, language);
  const money = (cents: number, bold = false) => right(figure(cents, language), bold);
  const body: TableCell[][] = [
    headRow([words.date, words.statement, words.head[3], words.balance]),
    [day(from), right(words.opening), right(''), money(opening)],
    ...entries.map(({ on, kind, number, amount, balance }) => [
      ...[day(on), right(`${words.kinds[kind]} ${number}`)],
      ...[money(amount), money(balance)],
    ]),
    [day(until), right(words.closing, true), right(''), money(closing, true)],
  ];
  const title = `${words.statement} ${merchantName}`;
  const content = [
    { text: title, fontSize: 16, bold: true },
    { text: `${day(from)} ${words.until} ${day(until)}`, margin: [0, 2, 0, 16] as never },
    { table: { headerRows: 1, widths: ['auto', '*', 80, 80], body }, layout: ledger },
    doubleRule(),
  ];
  return sheet(title, language, { letterhead, content });
}
