import { Module } from '@nestjs/common';
import { ExpirySweep } from './expiry/expiry-sweep';
import { KeysModule } from './keys.module';

/** What the worker does about keys: warn of those that expire. */
@Module({ imports: [KeysModule], providers: [ExpirySweep] })
export class KeysWorkerModule {}
