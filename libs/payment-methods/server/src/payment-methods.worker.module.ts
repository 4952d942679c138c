import { Module } from '@nestjs/common';
import { BrandsSweep } from './brands-sweep';
import { PaymentMethodsModule } from './payment-methods.module';
import { RemindersSweep } from './reminders-sweep';

/** What the worker does about methods: ask the bank for its brands, and remind of clocks. */
@Module({ imports: [PaymentMethodsModule], providers: [BrandsSweep, RemindersSweep] })
export class PaymentMethodsWorkerModule {}
