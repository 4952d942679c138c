import { Global, Module } from '@nestjs/common';
import { Outbox } from './outbox';

/** The outbox, for every room. */
@Global()
@Module({ providers: [Outbox], exports: [Outbox] })
export class OutboxModule {}
