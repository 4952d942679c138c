import type { LentColumn } from '@toonbank/platform/db';
import { euro } from '@toonbank/primitives';
import { cellCopy, cellsOf } from './cells';
import { columnsOf } from './select';
import type { Cell, WhoseColumn } from './whose';
import type { Writer } from './writer';

/** So much text is gathered before it goes on. */
const chunkLength = 64 * 1024;

/** A JSON object a line, with values as the API writes them. */
export const jsonLines: Writer = {
  ...{ extension: 'jsonl', mediaType: 'application/jsonl; charset=utf-8', mostRows: Infinity },
  copy: (selection) => cellCopy(selection, 'UTC'),
  async *write(rows, { selection, count }) {
    const columns = columnsOf(selection);
    let text = '';
    for await (const cells of cellsOf(rows, selection.whose, count)) {
      text += `${JSON.stringify(objectOf(columns, cells))}\n`;
      if (text.length < chunkLength) continue;
      yield Buffer.from(text);
      text = '';
    }
    yield Buffer.from(text);
  },
};

function objectOf(columns: readonly WhoseColumn[], cells: readonly Cell[]): object {
  return Object.fromEntries(columns.map(({ name, kind }, at) => [name, valueOf(kind, cells[at]!)]));
}

function valueOf(kind: LentColumn['kind'], cell: Cell) {
  if (cell === null) return null;
  if (kind === 'cents') return euro(Number(cell));
  if (kind === 'moment') return new Date(`${cell.replace(' ', 'T')}Z`).toISOString();
  return cell;
}
