import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { LentColumn } from '@toonbank/platform/db';
import type { Selection } from './select';
import { type Cell, cellsOfWhose, type Whose } from './whose';
import { type Count, selectText } from './writer';

/** A COPY in the text format, whose cells are read here. Moments come in the zone that is asked for. */
export function cellCopy(selection: Selection, zone: 'UTC' | 'Europe/Amsterdam') {
  const unit = zone === 'UTC' ? 'milliseconds' : 'second';
  const written = ({ kind, sql }: LentColumn) =>
    kind === 'moment' ? `date_trunc('${unit}', (${sql})::timestamp)` : sql;
  return {
    select: selectText(selection, written),
    values: selection.values,
    zone,
    format: `format text, encoding 'utf8'`,
  };
}

const escapes: Readonly<Record<string, string>> = {
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
};

/** The rows of a COPY in the text format: a line each, cells between tabs. Whose they are comes behind. */
export async function* cellsOf(
  rows: Readable,
  whose: Whose,
  count: Count,
): AsyncGenerator<readonly Cell[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const cells = line.split('\t').map(read);
      yield cells.concat(cellsOfWhose(whose, cells.pop()!));
    }
    count(lines.length);
  }
}

function read(cell: string): Cell {
  if (!cell.includes('\\')) return cell;
  if (cell === '\\N') return null;
  return cell.replace(/\\(.)/g, (_, mark: string) => escapes[mark] ?? mark);
}
