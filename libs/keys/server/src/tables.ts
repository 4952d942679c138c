import { cryptoTables } from '@toonbank/platform/crypto';
import type { RoomTables } from '@toonbank/platform/db';
import { mailTables } from '@toonbank/platform/mail';
import { outboxTables } from '@toonbank/platform/outbox';
import { shopTables } from '@toonbank/shop/server';
import { KeyFacts1764000000610 } from './migrations/1764000000610-key-facts';
import { ExpiryWarnings1764000000630 } from './migrations/1764000000630-expiry-warnings';
import { KeyReveals1764000000620 } from './migrations/1764000000620-key-reveals';
import { KeyRotationEntity } from './rotation/key-rotation.entity';
import { KeyVersionEntity } from './key-version.entity';
import { KeyRotations1764000000640 } from './migrations/1764000000640-key-rotations';
import { KeyVersions1764000000600 } from './migrations/1764000000600-key-versions';

export const keysTables: RoomTables = {
  name: 'keys',
  needs: [cryptoTables, mailTables, outboxTables, shopTables],
  entities: [KeyVersionEntity, KeyRotationEntity],
  migrations: [
    KeyVersions1764000000600,
    KeyFacts1764000000610,
    KeyReveals1764000000620,
    ExpiryWarnings1764000000630,
    KeyRotations1764000000640,
  ],
};
