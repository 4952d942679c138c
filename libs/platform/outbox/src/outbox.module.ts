import { Global, Module } from '@nestjs/common';
import { Outbox } from './outbox';
import { Waits } from './waits';

/** The outbox, for every room. */
@Global()
@Module({ providers: [Outbox, Waits], exports: [Outbox, Waits] })
export class OutboxModule {}
