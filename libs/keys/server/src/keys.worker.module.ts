import { Module } from '@nestjs/common';
import { BatchSweep } from './batches/batch-sweep';
import { ExpirySweep } from './expiry/expiry-sweep';
import { KeysModule } from './keys.module';

/** What the worker does about keys: warn of those that expire, renew many at once. */
@Module({ imports: [KeysModule], providers: [BatchSweep, ExpirySweep] })
export class KeysWorkerModule {}
