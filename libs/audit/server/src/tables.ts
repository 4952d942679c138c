import type { RoomTables } from '@toonbank/platform/db';
import { AuditEntryEntity } from './audit-entry.entity';
import { Audit1764000000100 } from './migrations/1764000000100-audit';
import { AuditFilters1764000000110 } from './migrations/1764000000110-audit-filters';

export const auditTables: RoomTables = {
  name: 'audit',
  needs: [],
  entities: [AuditEntryEntity],
  migrations: [Audit1764000000100, AuditFilters1764000000110],
};
