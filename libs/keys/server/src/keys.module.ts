import { Global, Module } from '@nestjs/common';
import { OwnersModule, PeopleNames } from '@toonbank/access/server';
import { TokenSource } from '@toonbank/bank-client/server';
import { Cursors } from '@toonbank/platform/http';
import { VirtualKeyIssuer } from '@toonbank/shop/server';
import { BankProof } from './bank-proof';
import { ExpiryRadar } from './expiry/expiry-radar';
import { ExpiryWaits } from './expiry/expiry-waits';
import { ExpiryWarnings } from './expiry/expiry-warnings';
import { TypedExpiry } from './expiry/typed-expiry';
import { KeptTokens } from './kept-tokens';
import { KeyIntake } from './key-intake';
import { KeyList } from './key-list';
import { KeyRing } from './key-ring';
import { KeyUse } from './key-use';
import { KeyViews } from './key-views';
import { KeysRepository } from './keys.repository';
import { KeysService } from './keys.service';
import { KeyReveals } from './reveal/key-reveals';
import { RotationList } from './rotation/rotation-list';
import { RotationProof } from './rotation/rotation-proof';
import { RotationRecords } from './rotation/rotation-records';
import { RotationStart } from './rotation/rotation-start';
import { RotationSteps } from './rotation/rotation-steps';
import { RotationTelling } from './rotation/rotation-telling';
import { RotationViews } from './rotation/rotation-views';
import { RotationsRepository } from './rotation/rotations.repository';
import { SigningKeys } from './signing-keys';
import { VirtualKeys } from './virtual-keys';
import { VirtualPairs } from './virtual-pairs';

/** The keys of webshops. Provides the ports that lower rooms declare: tokens, virtual pairs. Needs `WaitingOrders` from a room above. */
@Global()
@Module({
  imports: [OwnersModule],
  providers: [
    BankProof,
    Cursors,
    KeyIntake,
    KeyList,
    KeyRing,
    KeyUse,
    KeyViews,
    PeopleNames,
    ExpiryRadar,
    ExpiryWaits,
    ExpiryWarnings,
    KeyReveals,
    TypedExpiry,
    RotationList,
    RotationProof,
    RotationRecords,
    RotationStart,
    RotationSteps,
    RotationTelling,
    RotationViews,
    RotationsRepository,
    VirtualKeys,
    VirtualPairs,
    KeysRepository,
    KeysService,
    SigningKeys,
    { provide: TokenSource, useClass: KeptTokens },
    { provide: VirtualKeyIssuer, useExisting: VirtualKeys },
  ],
  exports: [
    ExpiryRadar,

    KeyList,
    KeyReveals,
    KeysService,
    KeyUse,
    TypedExpiry,
    RotationList,
    RotationStart,
    RotationSteps,
    VirtualPairs,
    SigningKeys,
    TokenSource,
    VirtualKeyIssuer,
  ],
})
export class KeysModule {}
