import { Global, Module } from '@nestjs/common';
import { AppKeys } from './app-keys';
import { FileKek, Kek } from './kek';
import { Vault } from './vault';

/** The vault and the application keys, for every room. */
@Global()
@Module({
  providers: [AppKeys, Vault, { provide: Kek, useClass: FileKek }],
  exports: [AppKeys, Vault],
})
export class CryptoModule {}
