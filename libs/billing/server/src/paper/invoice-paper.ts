import type { BillLine, Invoice } from '@toonbank/billing/contract';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { dateInWords, figure } from './figures';
import { doubleRule, headRow, ledger, right, sheet } from './sheet';
import { paperWords, type PaperWords } from './words';

/** An invoice or a credit note as it is printed. */
export function invoicePaper(invoice: Invoice): TDocumentDefinitions {
  const words = paperWords[invoice.language];
  const title = `${words.kinds[invoice.kind]} ${invoice.number}`;
  const billed = invoice.lines.filter(({ isBilled }) => isBilled);
  const told = invoice.lines.filter(({ isBilled }) => !isBilled);
  const content: Content[] = [
    { columns: [billedTo(invoice, words), facts(invoice, words)], margin: [0, 0, 0, 28] },
    { text: title, fontSize: 16, bold: true, margin: [0, 0, 0, 12] },
    ledgerOf(invoice, billed, words),
    sums(invoice, words),
    doubleRule(),
  ];
  if (billed.some(({ vatPercent }) => vatPercent === null)) {
    content.push({ text: words.vatUnknown, fontSize: 9, margin: [0, 14, 0, 0] });
  }
  if (told.length > 0) {
    content.push(
      { text: words.bankBills, fontSize: 9, margin: [0, 24, 0, 4] },
      ledgerOf(invoice, told, words),
    );
  }
  return sheet(title, invoice.language, { letterhead: invoice.letterhead, content });
}

function billedTo({ billedTo: { name, address, vatNumber } }: Invoice, words: PaperWords): Content {
  const vat = vatNumber ? [`${words.vatNumber} ${vatNumber}`] : [];
  return { stack: [{ text: name, bold: true }, ...address, ...vat] };
}

function facts(invoice: Invoice, words: PaperWords): Content {
  const { number, issuedOn, dueOn, month, credits, reason, language } = invoice;
  const rows: [string, string][] = [
    [words.number, number],
    [words.date, dateInWords(issuedOn, language)],
    [words.month, dateInWords(month, language)],
    ...(dueOn ? [[words.due, dateInWords(dueOn, language)] as [string, string]] : []),
    ...(credits ? [[words.credits, credits.number] as [string, string]] : []),
    ...(reason ? [[words.reason, reason] as [string, string]] : []),
  ];
  return { table: { widths: ['auto', '*'], body: rows }, layout: 'noBorders' };
}

function ledgerOf({ language }: Invoice, lines: readonly BillLine[], words: PaperWords): Content {
  const body: TableCell[][] = [
    headRow(words.head),
    ...lines.map((line) => [
      [words.lines[line.kind], line.shopName].filter((part) => part).join(' – '),
      right(quantity(line, words)),
      right(figure(line.unit, language)),
      right(figure(line.net, language)),
    ]),
  ];
  return { table: { headerRows: 1, widths: ['*', 'auto', 60, 70], body }, layout: ledger };
}

function quantity({ kind, count, per }: BillLine, words: PaperWords): string {
  const number = String(count).replace('-', '\u2212');
  if (per === 1) return number;
  const unit = kind === 'bank-urls' || kind === 'fee-urls' ? words.urlDays : words.days;
  return `${number} ${unit} ${words.ofMonth} ${per}`;
}

function sums({ lines, net, vat, total, language }: Invoice, words: PaperWords): Content {
  const rates = [...new Set(lines.flatMap(({ vatPercent }) => vatPercent ?? []))].join(' / ');
  const rows: TableCell[][] = [
    [words.net, right(figure(net, language))],
    [rates ? `${words.vat} ${rates} %` : words.vat, right(figure(vat, language))],
    [{ text: words.total, bold: true }, right(`€ ${figure(total, language)}`, true)],
  ];
  return { table: { widths: ['*', 90], body: rows }, layout: 'noBorders', margin: [0, 8, 0, 2] };
}
