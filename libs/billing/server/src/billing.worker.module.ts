import { Module } from '@nestjs/common';
import { BillingModule } from './billing.module';
import { BillingSweep } from './billing-sweep';

/** What the worker does about billing: tell what the calendar makes due. */
@Module({ imports: [BillingModule], providers: [BillingSweep] })
export class BillingWorkerModule {}
