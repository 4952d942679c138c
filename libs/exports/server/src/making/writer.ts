import type { Readable } from 'node:stream';
import type { ExportNumbers } from '@toonbank/exports/contract';
import type { Copy } from '@toonbank/platform/db';
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

/** The whole select, with each column as the format wants it. */
export function selectText(selection: Selection, columns: readonly string[]): string {
  const { rows, names, where, order } = selection;
  return `select ${columns.join(', ')} from ${rows} ${names} where ${where} order by ${order}`;
}
