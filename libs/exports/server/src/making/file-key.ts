import type { ExportEntity } from '../export.entity';
import { writers } from './writers';

/** Where the file of one try lies: those who try at the same time never write to the same. */
export function keyOf(
  row: Pick<ExportEntity, 'agencyId' | 'id' | 'fence' | 'format' | 'requestedAt'>,
): string {
  const { agencyId, id, fence, format, requestedAt } = row;
  const [year, month] = requestedAt.toISOString().split('-');
  return `${agencyId}/${year}/${month}/${id}-${fence}.${writers[format].extension}`;
}
