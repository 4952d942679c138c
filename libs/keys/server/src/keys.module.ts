import { Global, Module } from '@nestjs/common';
import { TokenSource } from '@toonbank/bank-client/server';
import { VirtualKeyIssuer } from '@toonbank/shop/server';
import { KeptTokens } from './kept-tokens';
import { KeyRing } from './key-ring';
import { KeysRepository } from './keys.repository';
import { KeysService } from './keys.service';
import { SigningKeys } from './signing-keys';
import { VirtualKeys } from './virtual-keys';

/** The keys of webshops. Provides the ports that lower rooms declare: tokens, virtual pairs. */
@Global()
@Module({
  providers: [
    KeyRing,
    KeysRepository,
    KeysService,
    SigningKeys,
    { provide: TokenSource, useClass: KeptTokens },
    { provide: VirtualKeyIssuer, useClass: VirtualKeys },
  ],
  exports: [KeysService, SigningKeys, TokenSource, VirtualKeyIssuer],
})
export class KeysModule {}
