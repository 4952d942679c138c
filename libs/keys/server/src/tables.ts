import { cryptoTables } from '@toonbank/platform/crypto';
import type { RoomTables } from '@toonbank/platform/db';
import { mailTables } from '@toonbank/platform/mail';
import { outboxTables } from '@toonbank/platform/outbox';
import { shopTables } from '@toonbank/shop/server';
import { RotationBatchEntity, RotationBatchItemEntity } from './batches/rotation-batch.entity';
import { KeyRotationBatches1764000000690 } from './migrations/1764000000690-key-rotation-batches';
import { KeyFacts1764000000610 } from './migrations/1764000000610-key-facts';
import { ExpiryWarnings1764000000630 } from './migrations/1764000000630-expiry-warnings';
import { TokenFingerprints1764000000660 } from './migrations/1764000000660-token-fingerprints';
import { VirtualMoments1764000000670 } from './migrations/1764000000670-virtual-moments';
import { KeySettings1764000000680 } from './migrations/1764000000680-key-settings';
import { KeyUseHours1764000000650 } from './migrations/1764000000650-key-use-hours';
import { KeyReveals1764000000620 } from './migrations/1764000000620-key-reveals';
import { KeyRotationEntity } from './rotation/key-rotation.entity';
import { KeyVersionEntity } from './key-version.entity';
import { KeyRotations1764000000640 } from './migrations/1764000000640-key-rotations';
import { KeyVersions1764000000600 } from './migrations/1764000000600-key-versions';

export const keysTables: RoomTables = {
  name: 'keys',
  needs: [cryptoTables, mailTables, outboxTables, shopTables],
  entities: [KeyVersionEntity, KeyRotationEntity, RotationBatchEntity, RotationBatchItemEntity],
  migrations: [
    KeyVersions1764000000600,
    KeyFacts1764000000610,
    KeyReveals1764000000620,
    ExpiryWarnings1764000000630,
    KeyRotations1764000000640,
    KeyUseHours1764000000650,
    TokenFingerprints1764000000660,
    VirtualMoments1764000000670,
    KeySettings1764000000680,
    KeyRotationBatches1764000000690,
  ],
};
