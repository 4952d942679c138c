import type { ExportNumbers } from '@toonbank/exports/contract';
import type { LentColumn } from '@toonbank/platform/db';
import { disarmed, formulaMarks } from '@toonbank/primitives';
import { formatCsvValue } from 'hucre/csv';
import { type Ending, lines } from './lines';
import { columnsOf, type Selection } from './select';
import type { Cell } from './whose';
import { selectText, type Writer } from './writer';

interface Style {
  readonly delimiter: string;
  readonly point: string;
  /** Dutch Excel reads UTF-8 only when the file says so. */
  readonly mark: string;
}

const styles: Readonly<Record<ExportNumbers, Style>> = {
  nl: { delimiter: ';', point: ',', mark: '\ufeff' },
  international: { delimiter: ',', point: '.', mark: '' },
};

/** RFC 4180. The database writes it; what is left to do here are cents and the end of each line. */
export const csv: Writer = {
  ...{ extension: 'csv', mediaType: 'text/csv; charset=utf-8', mostRows: Infinity },
  copy: (selection, numbers) => ({
    select: selectText(selection, written),
    values: selection.values,
    zone: 'Europe/Amsterdam',
    format: `format csv, encoding 'utf8', delimiter '${styles[numbers].delimiter}'`,
  }),
  async *write(rows, { selection, numbers, count }) {
    const style = styles[numbers];
    yield Buffer.from(head(selection, style));
    yield* lines(rows, endingOf(selection, style), count);
  },
};

function head(selection: Selection, { delimiter, mark }: Style): string {
  const names = columnsOf(selection).map(({ name }) => name);
  return `${mark}${names.join(delimiter)}\r\n`;
}

function endingOf({ own, whose: { columns, cells } }: Selection, style: Style): Ending {
  const end = (of: readonly Cell[]) => {
    const texts = of.map((cell) => cellText(cell, style.delimiter));
    return Buffer.from(`${texts.join(style.delimiter)}\r\n`);
  };
  return {
    ...style,
    isCents: own.map(({ kind }) => kind === 'cents'),
    ends: new Map([...cells].map(([id, of]) => [id, end(of)])),
    unknownEnd: end(columns.map(() => null)),
  };
}

function cellText(cell: Cell, delimiter: string): string {
  return cell === null ? '' : formatCsvValue(disarmed(cell), { delimiter });
}

function written({ kind, sql }: LentColumn): string {
  switch (kind) {
    case 'text':
    case 'word':
      return disarmedSql(sql);
    case 'moment':
      return `date_trunc('second', (${sql})::timestamp)`;
    case 'cents':
    case 'own':
    case 'id':
    case 'day':
      return sql;
  }
}

/** As `disarmed`, in a database that is UTF-8. */
function disarmedSql(sql: string): string {
  const marks = formulaMarks.map((mark) => mark.codePointAt(0));
  // Numbers compare several times as fast as texts do, which have a collation.
  const isArmed = `ascii(${sql}) in (${marks.join(', ')})`;
  return `case when ${isArmed} then '''' || (${sql}) else ${sql} end`;
}
