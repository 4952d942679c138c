import { auditTables } from '@toonbank/audit/server';
import { cryptoTables } from '@toonbank/platform/crypto';
import type { RoomTables } from '@toonbank/platform/db';
import { AgencyEntity } from './agency.entity';
import { Agencies1764000000300 } from './migrations/1764000000300-agencies';
import { AgencyHouseStyle1764000000310 } from './migrations/1764000000310-house-style';

export const agencyTables: RoomTables = {
  name: 'agency',
  needs: [cryptoTables, auditTables],
  entities: [AgencyEntity],
  migrations: [Agencies1764000000300, AgencyHouseStyle1764000000310],
};
