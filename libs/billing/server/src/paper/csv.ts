import { disarmed } from '@toonbank/primitives';
import { formatCsvValue } from 'hucre/csv';

/** A number is an amount of ours; whatever else somebody may have typed. */
export type CsvCell = string | number;

/** RFC 4180. */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(cell: CsvCell): string {
  return typeof cell === 'number' ? cell.toFixed(2) : formatCsvValue(disarmed(cell));
}
