import type { LentColumn } from '@toonbank/platform/db';
import { writeXlsxStream } from 'hucre/xlsx';
import { cellCopy, cellsOf } from './cells';
import { columnsOf } from './select';
import type { Cell, WhoseColumn } from './whose';
import type { Writer } from './writer';

const formats: Readonly<Partial<Record<LentColumn['kind'], string>>> = {
  ...{ cents: '#,##0.00', moment: 'yyyy-mm-dd hh:mm:ss', day: 'yyyy-mm-dd' },
};

/** One sheet, made as the rows come. Texts are texts, whatever they begin with; moments are Dutch time. */
export const workbook: Writer = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  mostRows: 1_000_000,
  copy: (selection) => cellCopy(selection, 'Europe/Amsterdam'),
  write: (rows, { selection, title, count }) => {
    const columns = columnsOf(selection);
    return writeXlsxStream(typed(columns, cellsOf(rows, selection.whose, count)), {
      name: title,
      columns: columns.map(({ name, kind }) => ({
        header: name,
        ...(formats[kind] !== undefined && { numFmt: formats[kind] }),
      })),
      freezePane: { rows: 1 },
    }) as AsyncIterable<Uint8Array>;
  },
};

async function* typed(columns: readonly WhoseColumn[], rows: AsyncIterable<readonly Cell[]>) {
  for await (const cells of rows) yield cells.map((cell, at) => valueOf(columns[at]!.kind, cell));
}

function valueOf(kind: LentColumn['kind'], cell: Cell): string | number | Date | null {
  if (cell === null) return null;
  if (kind === 'cents') return Number(cell) / 100;
  // A sheet knows no zones: the Dutch time as it is written.
  if (kind === 'moment') return new Date(`${cell.replace(' ', 'T')}Z`);
  if (kind === 'day') return new Date(`${cell}T00:00:00Z`);
  return cell;
}
