import { Module } from '@nestjs/common';
import { RefundSweep } from './refund-sweep';
import { RefundsModule } from './refunds.module';

/** What the worker does about refunds: ask the bank until each has ended. */
@Module({ imports: [RefundsModule], providers: [RefundSweep] })
export class RefundsWorkerModule {}
