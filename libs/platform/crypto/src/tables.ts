import type { RoomTables } from '@toonbank/platform/db';
import { DataKeyEntity } from './data-key.entity';
import { DataKeys1764000000010 } from './migrations/1764000000010-data-keys';

export const cryptoTables: RoomTables = {
  name: 'crypto',
  needs: [],
  entities: [DataKeyEntity],
  migrations: [DataKeys1764000000010],
};
