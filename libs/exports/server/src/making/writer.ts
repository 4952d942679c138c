import type { Readable } from 'node:stream';
import type { ExportNumbers } from '@toonbank/exports/contract';
import type { Copy, LentColumn } from '@toonbank/platform/db';
import type { Selection } from './select';

/** Told how many rows went by, as they do. */
export type Count = (rows: number) => void;

/** One format: what is asked of the database, and what becomes of its answer. */
export interface Writer {
  /** The end of the file's name. */
  readonly extension: string;
  readonly mediaType: string;
  /** Above this it can't be made. */
  readonly mostRows: number;
  copy(selection: Selection, numbers: ExportNumbers): Copy;
  write(rows: Readable, how: Writing): AsyncIterable<Uint8Array>;
}

export interface Writing {
  readonly selection: Selection;
  readonly numbers: ExportNumbers;
  readonly title: string;
  readonly count: Count;
}

/** The whole select, with each column as the format wants it, and the id of `whose` behind them. */
export function selectText(selection: Selection, written: (column: LentColumn) => string): string {
  const { own, whose, rows, where, order } = selection;
  const columns = [...own.map(written), whose.id].join(', ');
  return `select ${columns} from ${rows} where ${where} order by ${order}`;
}
