import { accessTables } from '@toonbank/access/server';
import { agencyTables } from '@toonbank/agency/server';
import { auditTables } from '@toonbank/audit/server';
import type { RoomTables } from '@toonbank/platform/db';
import { MerchantEntity } from './merchant.entity';
import { Merchants1764000000400 } from './migrations/1764000000400-merchants';

export const merchantTables: RoomTables = {
  name: 'merchant',
  needs: [auditTables, accessTables, agencyTables],
  entities: [MerchantEntity],
  migrations: [Merchants1764000000400],
};
