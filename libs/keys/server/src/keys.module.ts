import { Global, Module } from '@nestjs/common';
import { OwnersModule, PeopleNames } from '@toonbank/access/server';
import { TokenSource } from '@toonbank/bank-client/server';
import { Cursors } from '@toonbank/platform/http';
import { VirtualKeyIssuer } from '@toonbank/shop/server';
import { BatchItems } from './batches/batch-items';
import { BatchKeys } from './batches/batch-keys';
import { BatchPlans } from './batches/batch-plans';
import { BatchRecords } from './batches/batch-records';
import { BatchRenewals } from './batches/batch-renewals';
import { BatchViews } from './batches/batch-views';
import { BatchWork } from './batches/batch-work';
import { BatchesRepository } from './batches/batches.repository';
import { RotationBatches } from './batches/rotation-batches';
import { BankProof } from './bank-proof';
import { ExpiryRadar } from './expiry/expiry-radar';
import { ExpiryWaits } from './expiry/expiry-waits';
import { ExpiryWarnings } from './expiry/expiry-warnings';
import { TypedExpiry } from './expiry/typed-expiry';
import { KeptTokens } from './kept-tokens';
import { KeyIntake } from './key-intake';
import { KeyList } from './key-list';
import { KeyRing } from './key-ring';
import { KeySharing } from './key-sharing';
import { KeyViews } from './key-views';
import { KeysRepository } from './keys.repository';
import { KeysService } from './keys.service';
import { OldPairRecords } from './retire/old-pair-records';
import { OldPairRules } from './retire/old-pair-rules';
import { OldPairs } from './retire/old-pairs';
import { KeyReveals } from './reveal/key-reveals';
import { RotationList } from './rotation/rotation-list';
import { RotationProof } from './rotation/rotation-proof';
import { RotationRecords } from './rotation/rotation-records';
import { RotationStart } from './rotation/rotation-start';
import { RotationSteps } from './rotation/rotation-steps';
import { RotationTelling } from './rotation/rotation-telling';
import { RotationTraffic } from './rotation/rotation-traffic';
import { RotationTurn } from './rotation/rotation-turn';
import { RotationViews } from './rotation/rotation-views';
import { RotationWaits } from './rotation/rotation-waits';
import { RotationsRepository } from './rotation/rotations.repository';
import { KeySettings } from './settings/key-settings';
import { KeySettingsRepository } from './settings/key-settings.repository';
import { SigningKeys } from './signing-keys';
import { KeyUse } from './use/key-use';
import { KeyUseRepository } from './use/key-use.repository';
import { VirtualKeys } from './virtual-keys';
import { VirtualPairs } from './virtual-pairs';

/** The keys of webshops. Provides the ports that lower rooms declare: tokens, virtual pairs. Needs `WaitingOrders` from a room above. */
@Global()
@Module({
  imports: [OwnersModule],
  providers: [
    BankProof,
    BatchesRepository,
    BatchItems,
    BatchKeys,
    BatchPlans,
    BatchRecords,
    BatchRenewals,
    BatchViews,
    BatchWork,
    RotationBatches,
    Cursors,
    KeyIntake,
    KeyList,
    KeyRing,
    KeySettings,
    KeySettingsRepository,
    KeySharing,
    KeyUse,
    KeyUseRepository,
    KeyViews,
    PeopleNames,
    ExpiryRadar,
    ExpiryWaits,
    ExpiryWarnings,
    KeyReveals,
    OldPairRecords,
    OldPairRules,
    OldPairs,
    TypedExpiry,
    RotationList,
    RotationProof,
    RotationRecords,
    RotationStart,
    RotationSteps,
    RotationTelling,
    RotationTraffic,
    RotationTurn,
    RotationViews,
    RotationsRepository,
    RotationWaits,
    VirtualKeys,
    VirtualPairs,
    KeysRepository,
    KeysService,
    SigningKeys,
    { provide: TokenSource, useClass: KeptTokens },
    { provide: VirtualKeyIssuer, useExisting: VirtualKeys },
  ],
  exports: [
    BatchKeys,
    BatchPlans,
    BatchWork,
    ExpiryRadar,
    KeyList,
    KeyReveals,
    KeySettings,
    KeysService,
    KeyUse,
    OldPairs,
    TypedExpiry,
    RotationBatches,
    RotationList,
    RotationStart,
    RotationSteps,
    RotationTraffic,
    VirtualPairs,
    SigningKeys,
    TokenSource,
    VirtualKeyIssuer,
  ],
})
export class KeysModule {}
