import type { ExportFormat } from '@toonbank/exports/contract';
import { csv } from './csv';
import { jsonLines } from './json-lines';
import { workbook } from './workbook';
import type { Writer } from './writer';

export const writers: Readonly<Record<ExportFormat, Writer>> = {
  ...{ csv, xlsx: workbook, jsonl: jsonLines },
};
