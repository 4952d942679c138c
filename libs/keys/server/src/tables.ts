import { cryptoTables } from '@toonbank/platform/crypto';
import type { RoomTables } from '@toonbank/platform/db';
import { shopTables } from '@toonbank/shop/server';
import { KeyFacts1764000000610 } from './migrations/1764000000610-key-facts';
import { KeyReveals1764000000620 } from './migrations/1764000000620-key-reveals';
import { KeyVersionEntity } from './key-version.entity';
import { KeyVersions1764000000600 } from './migrations/1764000000600-key-versions';

export const keysTables: RoomTables = {
  name: 'keys',
  needs: [cryptoTables, shopTables],
  entities: [KeyVersionEntity],
  migrations: [KeyVersions1764000000600, KeyFacts1764000000610, KeyReveals1764000000620],
};
