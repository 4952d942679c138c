import { accessTables } from '@toonbank/access/server';
import { agencyTables } from '@toonbank/agency/server';
import { auditTables } from '@toonbank/audit/server';
import { billingTables } from '@toonbank/billing/server';
import { ordersTables } from '@toonbank/orders/server';
import type { RoomTables } from '@toonbank/platform/db';
import { refundsTables } from '@toonbank/refunds/server';
import { ExportEntity } from './export.entity';
import { LinkEntity } from './links/link.entity';
import { Exports1764000000940 } from './migrations/1764000000940-exports';
import { ExportsLeft1764000001020 } from './migrations/1764000001020-exports-left';
import { ScheduleEntity } from './schedules/schedule.entity';

export const exportsTables: RoomTables = {
  name: 'exports',
  needs: [accessTables, agencyTables, auditTables, billingTables, ordersTables, refundsTables],
  entities: [ExportEntity, LinkEntity, ScheduleEntity],
  migrations: [Exports1764000000940, ExportsLeft1764000001020],
};
