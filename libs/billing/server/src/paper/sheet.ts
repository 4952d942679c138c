import type { Language } from '@toonbank/primitives';
import type { Letterhead } from '@toonbank/billing/contract';
import type {
  Content,
  CustomTableLayout,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces';
import { paperWords } from './words';

const ink = '#1d1b16';
const soft = '#5c574c';

/** Hairlines under each row; the double rule stands under the total, and nowhere else. */
export const ledger: CustomTableLayout = {
  hLineWidth: (line, { table }) => (line === 1 || line === table.body.length ? 0.8 : 0.3),
  vLineWidth: () => 0,
  hLineColor: () => ink,
  paddingLeft: (column) => (column === 0 ? 0 : 8),
  paddingRight: () => 0,
  paddingTop: () => 4,
  paddingBottom: () => 4,
};

/** Made anew for each sheet: the printer moves what it is given. */
export function doubleRule(): Content {
  return {
    canvas: [0, 2].map((y) => ({ type: 'line', x1: 0, y1: y, x2: 499, y2: y, lineWidth: 0.8 })),
  };
}

export function right(text: string, bold = false): TableCell {
  return { text, alignment: 'right', bold };
}

export function headRow(words: readonly string[]): TableCell[] {
  return words.map((text, column) => ({
    ...{ text, color: soft, fontSize: 9 },
    alignment: column === 0 ? 'left' : 'right',
  }));
}

/** A sheet of the agency's: its name above, its numbers beside it, page numbers below. */
export function sheet(
  title: string,
  language: Language,
  { letterhead, content }: { letterhead: Letterhead | null; content: Content[] },
): TDocumentDefinitions {
  const words = paperWords[language];
  return {
    ...{ info: { title }, language, pageSize: 'A4', pageMargins: [48, 56, 48, 56] },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.2, color: ink },
    footer: (page, pages) => ({
      ...{ text: `${words.page} ${page} / ${pages}`, alignment: 'right', color: soft },
      ...{ fontSize: 8, margin: [48, 16, 48, 0] },
    }),
    content: [letterheadOf(letterhead, language), ...content],
  };
}

function letterheadOf(letterhead: Letterhead | null, language: Language): Content {
  if (!letterhead) return { text: '' };
  const words = paperWords[language];
  const { name, address, vatNumber, kvkNumber, iban } = letterhead;
  const numbers = [
    `${words.vatNumber} ${vatNumber}`,
    ...(kvkNumber ? [`${words.kvk} ${kvkNumber}`] : []),
    ...(iban ? [`${words.iban} ${iban.replace(/(.{4})(?=.)/g, '$1 ')}`] : []),
  ];
  return {
    columns: [
      { stack: [{ text: name, bold: true, fontSize: 13 }, ...address] },
      { stack: numbers, alignment: 'right', color: soft, fontSize: 9 },
    ],
    margin: [0, 0, 0, 32],
  };
}
