import type { Readable } from 'node:stream';
import type { ExportNumbers } from '@toonbank/exports/contract';
import type { LentColumn } from '@toonbank/platform/db';
import { guardedSql } from './guard';
import type { Selection } from './select';
import { type Count, selectText, type Writer } from './writer';

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

const [lineFeed, carriageReturn, quote] = [10, 13, 34] as const;

/** RFC 4180. The database writes it; what is left to do here are the ends of its lines. */
export const csv: Writer = {
  ...{ extension: 'csv', mediaType: 'text/csv; charset=utf-8', mostRows: Infinity },
  copy: (selection, numbers) => ({
    select: selectText(
      selection,
      selection.columns.map((column) => written(column, styles[numbers].point)),
    ),
    values: selection.values,
    zone: 'Europe/Amsterdam',
    format: `format csv, encoding 'utf8', delimiter '${styles[numbers].delimiter}'`,
  }),
  async *write(rows, { selection, numbers, count }) {
    yield Buffer.from(head(selection, styles[numbers]));
    yield* lines(rows, count);
  },
};

function head({ columns }: Selection, { delimiter, mark }: Style): string {
  return `${mark}${columns.map(({ name }) => name).join(delimiter)}\r\n`;
}

function written({ kind, sql }: LentColumn, point: string): string {
  switch (kind) {
    case 'text':
    case 'word':
      return guardedSql(sql);
    case 'cents':
      return point === '.'
        ? `(${sql}) * 0.01`
        : `replace(((${sql}) * 0.01)::text, '.', '${point}')`;
    case 'moment':
      return `date_trunc('second', (${sql})::timestamp)`;
    case 'id':
    case 'day':
      return sql;
  }
}

/** COPY ends its lines with LF, RFC 4180 wants CRLF. A line feed inside quotes belongs to a value. */
async function* lines(rows: Readable, count: Count): AsyncGenerator<Uint8Array> {
  let inQuotes = false;
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    const ends: number[] = [];
    let mark = chunk.indexOf(quote);
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) {
      for (; mark >= 0 && mark < at; mark = chunk.indexOf(quote, mark + 1)) inQuotes = !inQuotes;
      if (!inQuotes) ends.push(at);
    }
    for (; mark >= 0; mark = chunk.indexOf(quote, mark + 1)) inQuotes = !inQuotes;
    count(ends.length);
    yield withReturns(chunk, ends);
  }
}

function withReturns(chunk: Buffer, ends: readonly number[]): Buffer {
  const wider = Buffer.allocUnsafe(chunk.length + ends.length);
  let [from, to] = [0, 0];
  for (const end of ends) {
    to += chunk.copy(wider, to, from, end);
    wider[to++] = carriageReturn;
    from = end;
  }
  chunk.copy(wider, to, from);
  return wider;
}
