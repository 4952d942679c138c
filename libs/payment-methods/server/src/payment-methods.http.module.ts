import { Module } from '@nestjs/common';
import { MethodsController } from './methods.controller';
import { PaymentMethodsModule } from './payment-methods.module';

/** What the API serves of payment methods. */
@Module({ imports: [PaymentMethodsModule], controllers: [MethodsController] })
export class PaymentMethodsHttpModule {}
